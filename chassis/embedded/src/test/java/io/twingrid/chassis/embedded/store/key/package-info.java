@NullMarked
package io.twingrid.chassis.embedded.store.key;

import org.jspecify.annotations.NullMarked;
