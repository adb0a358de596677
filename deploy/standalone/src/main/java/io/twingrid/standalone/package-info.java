/**
 * Everything in one JVM on loopback: broker, store, provider, services, gateway. Looks before it leaps (settings, folder,
 * ports), starts what can start side by side, says what it is doing, and stops in order.
 *
 * <p>Read {@link io.twingrid.standalone.Standalone} (the start, top to bottom), then {@code Town} (what is started, and what
 * each part is told), then {@code Running} (how it ends).
 */
@NullMarked
package io.twingrid.standalone;

import org.jspecify.annotations.NullMarked;
