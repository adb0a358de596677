@NullMarked
package io.twingrid.notification.channel.mail;

import org.jspecify.annotations.NullMarked;
