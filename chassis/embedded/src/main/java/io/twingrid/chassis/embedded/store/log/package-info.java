/**
 * The documents' home: an append-only log in segment files. A document that is written here has survived a kill of the
 * process; everything else in the store can be derived from it. Read
 * {@link io.twingrid.chassis.embedded.store.log.DocumentLog}.
 */
@NullMarked
package io.twingrid.chassis.embedded.store.log;

import org.jspecify.annotations.NullMarked;
