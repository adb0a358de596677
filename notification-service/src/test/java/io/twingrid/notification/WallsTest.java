package io.twingrid.notification;

import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.chassis.testkit.wall.ServiceUnderTest;
import io.twingrid.chassis.testkit.wall.Walls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Nobody where he does not belong: forged tokens, hostile input, and the table of who may do what. */
@TestInstance(Lifecycle.PER_CLASS)
class WallsTest implements Walls {
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
