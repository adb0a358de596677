package io.twingrid.standalone.oidc;

import java.time.Duration;

/**
 * How those who guess passwords are slowed down.
 *
 * @param free wrong ones in a row that cost nothing: people mistype
 * @param longestWait up to which the wait doubles, from one second on
 * @param forgottenAfter after which, without another try, all is forgotten
 */
record WrongPasswords(int free, Duration longestWait, Duration forgottenAfter) {

    WrongPasswords {
        if (free < 1 || longestWait.toSeconds() < 1 || forgottenAfter.compareTo(longestWait) < 0) {
            throw new IllegalArgumentException(
                    "oidc-provider.wrong-passwords: free must be at least 1, longest-wait 1s or more, and forgotten-after not shorter");
        }
    }

    /** How long somebody waits after so many wrong ones in a row. */
    Duration waitAfter(int wrong) {
        if (wrong < free) {
            return Duration.ZERO;
        }
        long seconds = 1L << Math.min(wrong - free, 30);
        return seconds > longestWait.toSeconds() ? longestWait : Duration.ofSeconds(seconds);
    }
}
