/**
 * What a service's tests stand on: one broker and one store a JVM, an issuer of real tokens, facts on topics, golden files.
 *
 * <p>Read {@link io.twingrid.chassis.testkit.RunningService} first: it starts a service on all of them.
 */
@NullMarked
package io.twingrid.chassis.testkit;

import org.jspecify.annotations.NullMarked;
