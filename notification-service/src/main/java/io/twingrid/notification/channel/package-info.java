/**
 * Ways to a person: live streams ({@link io.twingrid.notification.channel.LiveStreams}) to whoever is connected, and the
 * {@link io.twingrid.notification.channel.DeliveryEngine} to whoever is not, with a {@link
 * io.twingrid.notification.channel.Sender} for each kind of target.
 */
@NullMarked
package io.twingrid.notification.channel;

import org.jspecify.annotations.NullMarked;
