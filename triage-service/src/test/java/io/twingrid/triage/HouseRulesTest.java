package io.twingrid.triage;

import io.twingrid.chassis.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void theArrowsRunOneWay() {
        HouseRules.check("io.twingrid.triage");
    }
}
