@NullMarked
package io.twingrid.chassis.embedded.store.index;

import org.jspecify.annotations.NullMarked;
