package io.twingrid.points;

import io.twingrid.chassis.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void theArrowsOfTheHouseAreKept() {
        HouseRules.check("io.twingrid.points");
    }
}
