/** Tests. */
@NullMarked
package io.twingrid.escalation;

import org.jspecify.annotations.NullMarked;
