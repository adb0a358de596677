@NullMarked
package io.twingrid.chassis.embedded.store.engine;

import org.jspecify.annotations.NullMarked;
