@NullMarked
package io.twingrid.chassis.edge;

import org.jspecify.annotations.NullMarked;
