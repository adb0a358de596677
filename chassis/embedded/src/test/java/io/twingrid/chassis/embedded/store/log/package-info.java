@NullMarked
package io.twingrid.chassis.embedded.store.log;

import org.jspecify.annotations.NullMarked;
