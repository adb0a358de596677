/**
 * What becomes of a dispatch that is passed on to a department's own system: sent, tried again, asked after, urged. Read {@link
 * io.twingrid.escalation.domain.forward.Forward}.
 */
@NullMarked
package io.twingrid.escalation.domain.forward;

import org.jspecify.annotations.NullMarked;
