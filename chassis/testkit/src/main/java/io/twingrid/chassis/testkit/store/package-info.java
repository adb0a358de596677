/**
 * What every store must do that a service is given, as tests: the embedded one and MongoDB alike. Read
 * {@link io.twingrid.chassis.testkit.store.StoreContract}.
 */
@NullMarked
package io.twingrid.chassis.testkit.store;

import org.jspecify.annotations.NullMarked;
