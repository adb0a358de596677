package io.twingrid.chassis.time;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Days that differ from the ordinary week, as the file has them.
 *
 * @param name of the holiday they belong to
 * @param provisional whether nobody has confirmed them yet
 * @param line of the file on which they stand
 */
@JsonDeserialize(using = DayRange.Reader.class)
record DayRange(String name, LocalDate from, LocalDate to, boolean provisional, int line) {
    private static final int MOST_DAYS = 31;

    Stream<LocalDate> days() {
        return from.datesUntil(to.plusDays(1));
    }

    /** The fields of an entry: one day, or the first and the last of several. */
    record Entry(
            @Nullable String name,
            @Nullable LocalDate day,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Boolean provisional) {
        DayRange at(int line) {
            LocalDate first = day == null ? from : day;
            LocalDate last = day == null ? to : day;
            if (name == null || first == null || last == null) {
                throw new IllegalArgumentException("an entry needs 'name' and either 'day' or 'from' and 'to'");
            }
            if (last.isBefore(first) || last.isAfter(first.plusDays(MOST_DAYS))) {
                throw new IllegalArgumentException(
                        name + " must end after it begins and within " + MOST_DAYS + " days: " + first + " to " + last);
            }
            return new DayRange(name, first, last, Boolean.TRUE.equals(provisional), line);
        }
    }

    /** Remembers the line, so that days which contradict each other can be pointed at. */
    static final class Reader extends ValueDeserializer<DayRange> {
        @Override
        public DayRange deserialize(JsonParser parser, DeserializationContext context) {
            int line = parser.currentTokenLocation().getLineNr();
            Entry entry = context.readValue(parser, Entry.class);
            try {
                return entry.at(line);
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(DayRange.class, "%s", e.getMessage());
            }
        }
    }
}
