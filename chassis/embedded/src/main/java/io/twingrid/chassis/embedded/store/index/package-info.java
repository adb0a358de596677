/**
 * What an index is and which entries a document has in it. Read
 * {@link io.twingrid.chassis.embedded.store.index.IndexSpec} and
 * {@link io.twingrid.chassis.embedded.store.index.KeyExtractor}.
 */
@NullMarked
package io.twingrid.chassis.embedded.store.index;

import org.jspecify.annotations.NullMarked;
