@NullMarked
package io.twingrid.notification;

import org.jspecify.annotations.NullMarked;
