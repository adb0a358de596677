package io.twingrid.chassis.testkit.wall;

import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.chassis.testkit.TestIssuer;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The service that the walls' tests knock at. */
public interface ServiceUnderTest {

    /** Started once for the test class, with {@link #start}. */
    RunningService service();

    /** Starts a service that loses its patience soon, so that a test need not wait for what it is told to wait for. */
    static RunningService start(SpringApplicationBuilder application, String... properties) {
        // Not sooner: on a busy machine a second passes between two pieces of an honest request.
        String[] impatient = {"HTTP_HEAD=1s", "HTTP_PAUSE=2s", "HTTP_BODY=3s", "METRICS_OPEN=false"};
        String[] all = Stream.of(impatient, properties).flatMap(Stream::of).toArray(String[]::new);
        return RunningService.start(application, all);
    }

    /** A token of somebody who is everything at once, for tests of what comes after the question who it is. */
    static String everybody() {
        return TestIssuer.trusted()
                .token(
                        "everybody",
                        List.of(
                                "observer",
                                "grid-worker",
                                "community-lead",
                                "street-coordinator",
                                "department-officer",
                                "points-admin",
                                "admin"),
                        List.of("guankou", "tieshan", "shenqing", "shangtouting"),
                        "power");
    }
}
