/**
 * Collections on disk. A document lives in the log; sorted maps in an index file (H2's MVStore) say where it stands and which
 * keys it has. The maps are written as a whole at a checkpoint, together with the log position that they stand for, so that
 * after a crash the log is read from there on and both agree. Read
 * {@link io.twingrid.chassis.embedded.store.engine.Engine}, then
 * {@link io.twingrid.chassis.embedded.store.engine.CollectionData}.
 */
@NullMarked
package io.twingrid.chassis.embedded.store.engine;

import org.jspecify.annotations.NullMarked;
