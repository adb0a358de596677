package io.twingrid.escalation;

import io.twingrid.chassis.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void arrowsRunOneWay() {
        HouseRules.check("io.twingrid.escalation");
    }
}
