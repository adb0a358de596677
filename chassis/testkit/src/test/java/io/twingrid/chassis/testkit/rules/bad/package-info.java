/** Classes that break the house's rules, for {@code HouseRulesTest}. */
@NullMarked
package io.twingrid.chassis.testkit.rules.bad;

import org.jspecify.annotations.NullMarked;
