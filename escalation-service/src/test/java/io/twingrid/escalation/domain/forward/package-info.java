/** Tests of {@link io.twingrid.escalation.domain.forward}. */
@NullMarked
package io.twingrid.escalation.domain.forward;

import org.jspecify.annotations.NullMarked;
