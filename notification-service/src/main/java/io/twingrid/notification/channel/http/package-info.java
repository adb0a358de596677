/** Calls to the outside that cannot be turned against the inside: read {@link io.twingrid.notification.channel.http.Outside}. */
@NullMarked
package io.twingrid.notification.channel.http;

import org.jspecify.annotations.NullMarked;
