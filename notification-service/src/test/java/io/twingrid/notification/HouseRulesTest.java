package io.twingrid.notification;

import io.twingrid.chassis.testkit.HouseRules;
import org.junit.jupiter.api.Test;

/** The arrows of the house. */
class HouseRulesTest {
    @Test
    void theRoomsKnowTheDomainAndNotOneAnother() {
        HouseRules.check("io.twingrid.notification");
    }
}
