/** The views and the kept idempotency keys in MongoDB. */
@NullMarked
package io.twingrid.intake.store;

import org.jspecify.annotations.NullMarked;
