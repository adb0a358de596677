/**
 * Facts come in, become notices for those concerned, are stored, and then pushed to whoever is connected.
 *
 * <p>Read {@link io.twingrid.notification.NotificationService} (wiring), then {@link io.twingrid.notification.Notifier}
 * (from fact to notice) and {@link io.twingrid.notification.channel.LiveStreams} (from notice to reader). Who is told what
 * stands in {@code notice-rules.yaml}.
 */
@NullMarked
package io.twingrid.notification;

import org.jspecify.annotations.NullMarked;
