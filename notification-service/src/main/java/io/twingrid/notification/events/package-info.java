/**
 * Facts in, announcements out and in.
 *
 * <p>{@link io.twingrid.notification.events.ReportRoutes} and {@link io.twingrid.notification.events.PointsRoutes} are the
 * tables of what is listened to; {@link io.twingrid.notification.events.AnnouncementReader} is where what other instances
 * stored comes in.
 */
@NullMarked
package io.twingrid.notification.events;

import org.jspecify.annotations.NullMarked;
