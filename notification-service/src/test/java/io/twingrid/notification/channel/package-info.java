@NullMarked
package io.twingrid.notification.channel;

import org.jspecify.annotations.NullMarked;
