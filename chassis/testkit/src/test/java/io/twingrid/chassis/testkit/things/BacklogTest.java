package io.twingrid.chassis.testkit.things;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import io.twingrid.chassis.edge.Backlog;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.RunningService;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class BacklogTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void itIsWorkedOffWhenAllIsThatStoodThereAndNotBefore() {
        try (RunningService service = RunningService.start(ThingService.application())) {
            ThingService.Diary diary = service.bean(ThingService.Diary.class);
            String slow = "thing-" + UUID.randomUUID();
            diary.trouble(slow, Collections.nCopies(5, new MongoTimeoutException("the store is away")));
            Fact fact = new Fact(
                    "wish:" + slow,
                    ThingService.GROW,
                    "/test",
                    slow,
                    Instant.parse("2026-11-22T08:00:00Z"),
                    null,
                    "{\"thingId\":\"" + slow + "\",\"by\":1}");
            service.facts("wishes").send(fact);

            Boolean handledBefore = service.bean(Backlog.class)
                    .workedOff()
                    .then(Mono.fromSupplier(() -> diary.handled.contains(fact.id())))
                    .block(PATIENCE);
            assertThat(handledBefore).isTrue();
        }
    }
}
