package io.twingrid.points.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a town gives points for; the part of {@code catalogue.yaml} that this service uses.
 *
 * @param points amounts that do not depend on the category
 * @param categories what can be reported
 */
public record Catalogue(Points points, List<Category> categories) {

    /** Refuses a catalogue without amounts, without categories or with one category twice. */
    public Catalogue {
        Objects.requireNonNull(points, "points is missing");
        categories = List.copyOf(Objects.requireNonNull(categories, "categories is missing"));
        Map<String, Category> seen = new HashMap<>();
        for (Category category : categories) {
            if (seen.put(category.code(), category) != null) {
                throw new IllegalArgumentException("category " + category.code() + " is there twice");
            }
        }
    }

    /**
     * Amounts added to a category's own.
     *
     * @param priorityBonus points by priority; a priority that is not here adds none
     * @param handledOnSpot points for a matter that the observer dealt with himself
     * @param follower points for an observer whose report was joined to one that is resolved; none if null
     * @param firstOfKind points for an observer's first report of a category in a civil month; none if null
     * @param dayCap the most points that reports of one civil day earn an observer, without the bonus above; no cap if null
     * @param monthCap the same of a civil month
     */
    public record Points(
            Map<String, Integer> priorityBonus,
            int handledOnSpot,
            @Nullable Integer follower,
            @Nullable Integer firstOfKind,
            @Nullable Integer dayCap,
            @Nullable Integer monthCap) {

        /** Refuses negative amounts. */
        public Points {
            priorityBonus = Map.copyOf(Objects.requireNonNull(priorityBonus, "points.priorityBonus is missing"));
            priorityBonus.forEach((priority, bonus) -> notNegative("points.priorityBonus." + priority, bonus));
            notNegative("points.handledOnSpot", handledOnSpot);
            notNegative("points.follower", orZero(follower));
            notNegative("points.firstOfKind", orZero(firstOfKind));
            notNegative("points.dayCap", orZero(dayCap));
            notNegative("points.monthCap", orZero(monthCap));
        }
    }

    /**
     * One category.
     *
     * @param code five digits
     * @param points for the observer, once a report of this category is resolved
     */
    public record Category(String code, int points) {

        /** Refuses a category without a code or with a negative amount. */
        public Category {
            Objects.requireNonNull(code, "a category has no code");
            notNegative("points of category " + code, points);
        }
    }

    long pointsFor(String code) {
        return categories.stream()
                .filter(category -> category.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new UnknownCategoryException(code))
                .points();
    }

    long bonusFor(String priority) {
        return points.priorityBonus().getOrDefault(priority, 0);
    }

    long forFollowing() {
        return orZero(points.follower());
    }

    private static int orZero(@Nullable Integer amount) {
        return amount == null ? 0 : amount;
    }

    private static void notNegative(String what, int amount) {
        if (amount < 0) {
            throw new IllegalArgumentException(what + " must not be negative: " + amount);
        }
    }
}
