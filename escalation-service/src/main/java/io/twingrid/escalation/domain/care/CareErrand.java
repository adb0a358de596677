package io.twingrid.escalation.domain.care;

import io.twingrid.escalation.domain.Area;
import java.time.Instant;

/**
 * What is to be brought, when, and roughly where; it never changes.
 *
 * @param what for those who are offered it; not whom it is for
 * @param readyFrom from when it can be picked up
 * @param dueBy by when it is to be there
 * @param points for the observer who brings it
 * @param maker id of the member of staff who made it
 */
public record CareErrand(
        CareKind kind, String what, Area area, Instant readyFrom, Instant dueBy, int points, String maker) {}
