@NullMarked
package io.twingrid.notification.channel.robot;

import org.jspecify.annotations.NullMarked;
