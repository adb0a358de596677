/**
 * Plays the cases of {@code deploy/samples} against a running town, over HTTP, as the people concerned.
 *
 * <p>Read {@link io.twingrid.standalone.demo.Demo} (the evening's programme), then {@code Play} (one case), then {@code
 * Sample} (what a case is).
 */
@NullMarked
package io.twingrid.standalone.demo;

import org.jspecify.annotations.NullMarked;
