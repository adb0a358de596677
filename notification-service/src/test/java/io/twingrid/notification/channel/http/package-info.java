@NullMarked
package io.twingrid.notification.channel.http;

import org.jspecify.annotations.NullMarked;
