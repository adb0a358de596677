package io.twingrid.points.domain;

import java.util.List;

/**
 * Points and where they come from.
 *
 * @param parts what each rule gave, in the order of the rules; rules that gave nothing have no part
 */
public record Award(List<Part> parts) {

    /** Makes the list immutable. */
    public Award {
        parts = List.copyOf(parts);
    }

    /**
     * What one rule gave.
     *
     * @param rule the rule's name
     * @param points positive in a credit, negative in its reversal
     */
    public record Part(String rule, long points) {}

    /** The sum of the parts, in points. */
    public long amount() {
        return parts.stream().mapToLong(Part::points).reduce(0, Math::addExact);
    }

    public boolean isNothing() {
        return amount() == 0;
    }

    /** The same parts with the opposite sign: together with this award they add up to nothing. */
    public Award reversed() {
        return new Award(parts.stream()
                .map(part -> new Part(part.rule(), Math.negateExact(part.points())))
                .toList());
    }
}
