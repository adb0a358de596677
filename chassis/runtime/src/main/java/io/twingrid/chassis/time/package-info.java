/**
 * Time as people work: hours, weekly working days, holidays and make-up working days (调休), from a file. Pure {@code
 * java.time}; what is measured with it is the services' affair.
 */
@NullMarked
package io.twingrid.chassis.time;

import org.jspecify.annotations.NullMarked;
