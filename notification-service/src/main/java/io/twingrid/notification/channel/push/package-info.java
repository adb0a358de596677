/**
 * Web Push to browsers and phones: read {@link io.twingrid.notification.channel.push.PushSender}, then {@link
 * io.twingrid.notification.channel.push.Vapid} (who we are, RFC 8292) and {@code PushEncryption} (what only the browser
 * reads, RFC 8291).
 */
@NullMarked
package io.twingrid.notification.channel.push;

import org.jspecify.annotations.NullMarked;
