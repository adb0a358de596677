/**
 * Values as bytes whose unsigned order is MongoDB's comparison order, so that a plain sorted map of bytes is an ordered
 * index. Read {@link io.twingrid.chassis.embedded.store.key.ValueKey} for the form and
 * {@link io.twingrid.chassis.embedded.store.key.Interval} for what a query asks of it.
 */
@NullMarked
package io.twingrid.chassis.embedded.store.key;

import org.jspecify.annotations.NullMarked;
