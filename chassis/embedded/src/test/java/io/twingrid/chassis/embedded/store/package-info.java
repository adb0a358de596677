@NullMarked
package io.twingrid.chassis.embedded.store;

import org.jspecify.annotations.NullMarked;
