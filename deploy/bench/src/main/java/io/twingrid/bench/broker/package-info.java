/**
 * What the embedded broker loses when it is killed, and how soon it is back. Run
 * {@link io.twingrid.bench.broker.BrokerBench}.
 */
@NullMarked
package io.twingrid.bench.broker;

import org.jspecify.annotations.NullMarked;
