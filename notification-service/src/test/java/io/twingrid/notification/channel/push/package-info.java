@NullMarked
package io.twingrid.notification.channel.push;

import org.jspecify.annotations.NullMarked;
