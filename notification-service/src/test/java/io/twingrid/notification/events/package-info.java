@NullMarked
package io.twingrid.notification.events;

import org.jspecify.annotations.NullMarked;
