/** The ledger in MongoDB: one document an entry, inserted once. */
@NullMarked
package io.twingrid.points.store;

import org.jspecify.annotations.NullMarked;
