package io.twingrid.chassis.testkit.things;

import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.chassis.testkit.wall.ServiceUnderTest;
import io.twingrid.chassis.testkit.wall.Walls;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The walls around a service that does next to nothing, and so are the chassis's own. */
@TestInstance(Lifecycle.PER_CLASS)
class WallsTest implements Walls {
    private RunningService service;

    @BeforeAll
    void start() {
        service = ServiceUnderTest.start(ThingService.application());
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
