/** Errors as RFC 9457 problem details with a stable type. */
@NullMarked
package io.twingrid.chassis.problem;

import org.jspecify.annotations.NullMarked;
