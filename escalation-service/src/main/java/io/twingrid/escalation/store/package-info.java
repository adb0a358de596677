/** MongoDB: how a street case is kept, listed and found by an index. */
@NullMarked
package io.twingrid.escalation.store;

import org.jspecify.annotations.NullMarked;
