/** The contract of a store, kept by the embedded one and, where one is given, by MongoDB. */
@NullMarked
package io.twingrid.chassis.testkit.store;

import org.jspecify.annotations.NullMarked;
