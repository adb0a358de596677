/** Tests of {@link io.twingrid.escalation.channel}. */
@NullMarked
package io.twingrid.escalation.channel;

import org.jspecify.annotations.NullMarked;
