package io.twingrid.points.domain.reward;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that points are redeemed for: a thing, a service, a place at a film night. How many there are is in its
 * {@link Stock}.
 *
 * @param name in Chinese, as everywhere in the catalogue
 * @param nameEn in English
 * @param cost in points, 1 or more
 * @param perPerson how many one observer may redeem; 0 if there is no limit
 * @param from when it can be redeemed first, or null if at once
 * @param until when no longer, or null if there is no end
 * @param voucherDays days that a voucher can be handed in
 * @param picture id of a photo, or null
 */
public record Reward(
        String id,
        String name,
        String nameEn,
        String description,
        long cost,
        int perPerson,
        @Nullable Instant from,
        @Nullable Instant until,
        int voucherDays,
        @Nullable String picture) {

    /** Why it cannot be redeemed at this time; null if it can. */
    public @Nullable String whyNotAt(Instant now) {
        if (from != null && now.isBefore(from)) {
            return "It can be redeemed from " + from + " on.";
        }
        return until != null && !now.isBefore(until) ? "It could be redeemed until " + until + "." : null;
    }
}
