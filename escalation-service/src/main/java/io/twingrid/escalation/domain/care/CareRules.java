package io.twingrid.escalation.domain.care;

import java.time.Duration;

/**
 * What bounds care tasks.
 *
 * @param unclaimedBefore how long before its end the centre is told that nobody has claimed it
 * @param lateBefore how long before its end the centre is told that it is not there yet
 * @param mostWrongCodes after so many wrong codes only staff confirm
 */
public record CareRules(Duration unclaimedBefore, Duration lateBefore, int mostWrongCodes) {}
