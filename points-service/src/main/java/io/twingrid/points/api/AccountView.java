package io.twingrid.points.api;

import io.twingrid.points.domain.Account;

/**
 * An account as it is answered.
 *
 * @param balance in points
 * @param entries how many entries it has
 */
record AccountView(String observerId, long balance, long entries) {

    static AccountView of(Account account) {
        return new AccountView(account.observer(), account.balance(), account.entries());
    }
}
