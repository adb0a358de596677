/** Tests of {@link io.twingrid.chassis.web}. */
@NullMarked
package io.twingrid.chassis.web;

import org.jspecify.annotations.NullMarked;
