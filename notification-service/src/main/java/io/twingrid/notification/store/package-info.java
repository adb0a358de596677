/** Notices, cards and readings in MongoDB. */
@NullMarked
package io.twingrid.notification.store;

import org.jspecify.annotations.NullMarked;
