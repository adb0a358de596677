/** The cases in MongoDB, one document each, with the facts of their last changes beside them. */
@NullMarked
package io.twingrid.triage.store;

import org.jspecify.annotations.NullMarked;
