/** HTTP in: the live stream and the inbox of whoever asks. */
@NullMarked
package io.twingrid.notification.api;

import org.jspecify.annotations.NullMarked;
