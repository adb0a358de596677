package io.twingrid.points.domain;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Points and where they come from.
 *
 * @param parts what each rule gave, in the order of the rules; rules that gave nothing have no part
 */
public record Award(List<Part> parts) {
    /** The part that carries what an account could not pay, or pays it later: {@link LedgerEntry#owed()}. */
    public static final String OWED = "owed";

    /** Makes the list immutable. */
    public Award {
        parts = List.copyOf(parts);
    }

    /**
     * What one rule gave.
     *
     * @param rule the rule's name
     * @param points positive where they are given, negative where they are withheld or taken back
     * @param of the report whose credit it corrects, if that is not the entry's own
     */
    public record Part(String rule, long points, @Nullable String of) {
        /** A part of the entry's own credit. */
        public Part(String rule, long points) {
            this(rule, points, null);
        }
    }

    /** One part alone. */
    public static Award of(String rule, long points) {
        return new Award(points == 0 ? List.of() : List.of(new Part(rule, points)));
    }

    /** The sum of the parts, in points. */
    public long amount() {
        return parts.stream().mapToLong(Part::points).reduce(0, Math::addExact);
    }

    /** What was earned or lost: the parts without those that only carry a debt from one entry to another. */
    public long earned() {
        return amount() - pointsOf(OWED);
    }

    /** Whether no rule gave anything. */
    public boolean isNothing() {
        return parts.isEmpty();
    }

    /** The same parts with the opposite sign: together with this award they add up to nothing. */
    public Award reversed() {
        return new Award(parts.stream()
                .map(part -> new Part(part.rule(), Math.negateExact(part.points()), part.of()))
                .toList());
    }

    Award and(List<Part> more) {
        return new Award(Stream.concat(parts.stream(), more.stream()).toList());
    }

    private long pointsOf(String rule) {
        return parts.stream()
                .filter(part -> part.rule().equals(rule))
                .mapToLong(Part::points)
                .sum();
    }
}
