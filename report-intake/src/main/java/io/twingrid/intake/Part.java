package io.twingrid.intake;

import io.twingrid.chassis.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A part of all reports, and how much of it somebody sees.
 *
 * @param street id of the street that they are in, or null for any
 * @param community id of the community that they are in, or null for any
 * @param isWhole whether what is not public is seen, too
 */
public record Part(@Nullable String street, @Nullable String community, boolean isWhole) {

    /**
     * The part that a caller asks for. Staff who ask for what is not public, and name no area, mean their own.
     *
     * @param asksForAll the caller says that he wants to see what is not public
     */
    public static Part of(Caller caller, @Nullable String street, @Nullable String community, boolean asksForAll) {
        if (caller.is("admin")) {
            return new Part(street, community, true);
        }
        if (caller.is("street-coordinator")) {
            String own = areaOf(caller, street, asksForAll);
            if (own != null) {
                return new Part(own, community, true);
            }
        }
        if (caller.isAny("grid-worker", "community-lead")) {
            String own = areaOf(caller, community, asksForAll);
            if (own != null) {
                return new Part(street, own, true);
            }
        }
        return new Part(street, community, false);
    }

    /** The named area if it is the caller's; if none is named, the only one that he has. */
    private static @Nullable String areaOf(Caller caller, @Nullable String named, boolean asksForAll) {
        if (named != null) {
            return caller.areas().contains(named) ? named : null;
        }
        return asksForAll && caller.areas().size() == 1
                ? caller.areas().iterator().next()
                : null;
    }
}
