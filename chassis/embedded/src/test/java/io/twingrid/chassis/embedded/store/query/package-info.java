@NullMarked
package io.twingrid.chassis.embedded.store.query;

import org.jspecify.annotations.NullMarked;
