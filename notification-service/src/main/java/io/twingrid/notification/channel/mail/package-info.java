/** Mail to persons and departments, one notice or many in one. */
@NullMarked
package io.twingrid.notification.channel.mail;

import org.jspecify.annotations.NullMarked;
