package io.twingrid.chassis.time;

/**
 * A day that differs from the ordinary week.
 *
 * @param name of the holiday it belongs to
 * @param worked whether it is a make-up working day; otherwise it is free
 * @param provisional whether nobody has confirmed it yet
 */
record SpecialDay(String name, boolean worked, boolean provisional) {}
