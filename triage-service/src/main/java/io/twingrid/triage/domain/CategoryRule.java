package io.twingrid.triage.domain;

/**
 * What the town has decided about matters of one category.
 *
 * @param level who settles them: the community, or the street from the beginning
 * @param verifyHours hours until somebody has looked, at least 1
 * @param resolveHours hours until it is settled, no fewer than {@code verifyHours}
 * @param same when two reports may be of the same matter
 */
public record CategoryRule(Level level, Priority priority, int verifyHours, int resolveHours, Resemblance same) {
    public CategoryRule {
        checkHours(verifyHours, resolveHours);
    }

    /**
     * Makes sure that these can be limits.
     *
     * @throws IllegalArgumentException if they cannot
     */
    public static void checkHours(int verifyHours, int resolveHours) {
        if (verifyHours < 1 || resolveHours < verifyHours) {
            throw new IllegalArgumentException("verifyHours must be at least 1 and resolveHours no fewer; they are "
                    + verifyHours + " and " + resolveHours);
        }
    }
}
