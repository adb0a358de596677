package io.twingrid.notification;

import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.chassis.testkit.wall.ForgedTokens;
import io.twingrid.chassis.testkit.wall.HostileInput;
import io.twingrid.chassis.testkit.wall.PlainData;
import io.twingrid.chassis.testkit.wall.ServiceUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Nobody where he does not belong: forged tokens, hostile input, and values that are data. */
@TestInstance(Lifecycle.PER_CLASS)
class WallsTest implements ForgedTokens, HostileInput, PlainData {
    private RunningService service;

    @BeforeAll
    void start() {
        service = ServiceUnderTest.start(NotificationService.application());
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Override
    public RunningService service() {
        return service;
    }
}
