@NullMarked
package io.twingrid.notification.domain;

import org.jspecify.annotations.NullMarked;
