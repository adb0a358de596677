package io.twingrid.notification.api;

import io.twingrid.chassis.problem.Problem;

/** What lists have in common. */
final class Paging {
    static final int LONGEST_PAGE = 100;

    private Paging() {}

    /** The number of items on a page; a problem if it is not 1 to 100. */
    static int checked(int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw Problem.invalid("limit", "must be from 1 to " + LONGEST_PAGE).asException();
        }
        return limit;
    }
}
