/** Tests. */
@NullMarked
package io.twingrid.escalation.store;

import org.jspecify.annotations.NullMarked;
