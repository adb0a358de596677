/** Classes that keep or break the house's rules, for {@code HouseRulesTest}. */
@NullMarked
package io.twingrid.chassis.testkit.rules.good.api;

import org.jspecify.annotations.NullMarked;
