package io.twingrid.chassis.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a day in which people work.
 *
 * @param from minute of the day at which it begins, 0 to 1439
 * @param to minute of the day before which it ends, 1 to 1440; after {@code from}
 */
public record Hours(int from, int to) {
    private static final int MINUTES = 60;
    private static final int DAY = 24 * MINUTES;
    private static final Pattern FORM = Pattern.compile("(\\d\\d):(\\d\\d)-(\\d\\d):(\\d\\d)");

    public Hours {
        if (from < 0 || to > DAY || from >= to) {
            throw new IllegalArgumentException("working hours must begin before they end, within 00:00 and 24:00");
        }
    }

    /**
     * Hours as files write them.
     *
     * @param text such as {@code 08:00-12:00}; {@code 24:00} is the day's end
     * @throws IllegalArgumentException if it is not of that form
     */
    @JsonCreator
    public static Hours parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("working hours are written like 08:00-12:00, not '" + text + "'");
        }
        return new Hours(minute(form.group(1), form.group(2)), minute(form.group(3), form.group(4)));
    }

    @JsonValue
    @Override
    public String toString() {
        return "%02d:%02d-%02d:%02d".formatted(from / MINUTES, from % MINUTES, to / MINUTES, to % MINUTES);
    }

    /** @throws IllegalArgumentException if two of them overlap or are not in order */
    static List<Hours> inOrder(List<Hours> hours) {
        for (int i = 1; i < hours.size(); i++) {
            if (hours.get(i).from < hours.get(i - 1).to) {
                throw new IllegalArgumentException(
                        "working hours stand in order and do not overlap: " + hours.get(i - 1) + ", " + hours.get(i));
            }
        }
        return List.copyOf(hours);
    }

    private static int minute(String hour, String minute) {
        int minutes = Integer.parseInt(minute);
        if (minutes >= MINUTES) {
            throw new IllegalArgumentException("an hour has 60 minutes, there is no :" + minute);
        }
        return Integer.parseInt(hour) * MINUTES + minutes;
    }
}
