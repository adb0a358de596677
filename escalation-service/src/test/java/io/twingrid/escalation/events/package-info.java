/** Tests. */
@NullMarked
package io.twingrid.escalation.events;

import org.jspecify.annotations.NullMarked;
