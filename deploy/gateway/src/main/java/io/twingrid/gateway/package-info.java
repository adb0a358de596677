/**
 * One origin for the browser: requests go on to the service that owns their path, unchanged and unbuffered, with an id to
 * find them again. Which path belongs to whom stands in {@code gateway.yaml}.
 *
 * <p>Read {@link io.twingrid.gateway.Gateway} (wiring), then {@code gateway.yaml} (routes), then {@code AwayAnswers} (what a
 * caller hears when a service is away).
 */
@NullMarked
package io.twingrid.gateway;

import org.jspecify.annotations.NullMarked;
