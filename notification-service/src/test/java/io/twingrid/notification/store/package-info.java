@NullMarked
package io.twingrid.notification.store;

import org.jspecify.annotations.NullMarked;
