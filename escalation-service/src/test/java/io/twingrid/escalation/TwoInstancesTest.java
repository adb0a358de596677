package io.twingrid.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.RunningService;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A second instance on the same topics and the same store, with another limit. */
@ExtendWith(CentreExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesTest {
    private static final List<String> COORDINATOR = List.of("street-coordinator");
    private static final List<String> GUANKOU = List.of("guankou");

    private final Centre centre;

    @SuppressWarnings("NullAway.Init") // set before the first test
    private RunningService second;

    TwoInstancesTest(Centre centre) {
        this.centre = centre;
    }

    @BeforeAll
    void start() {
        second = RunningService.startIn(
                centre.service().space(), EscalationService.application(), "escalation.most-history=2");
    }

    @AfterAll
    void stop() {
        second.close();
    }

    @RepeatedTest(10)
    void ofTwoAtOnceOneWinsAndTheOtherIsTold() {
        String id = centre.escalated();

        CompletableFuture<Integer> here = returning(centre.coordinator(), id);
        CompletableFuture<Integer> there = returning(second.as("coordinator-2", COORDINATOR, GUANKOU, null), id);

        assertThat(List.of(here.join(), there.join())).containsExactlyInAnyOrder(200, 412);
        Fact returned = centre.facts().awaitOne("io.twingrid.report.returned.v1", id);
        assertThat(returned.id()).isEqualTo("escalation-service:" + id + ":2:0");
        assertThat(centre.read(centre.admin(), id).path("version").asLong()).isEqualTo(2);
    }

    @Test
    void aFullHistoryTakesNoMoreNotesButTheCaseGoesOn() {
        String id = centre.escalated();
        WebTestClient coordinator = second.as("coordinator", COORDINATOR, GUANKOU, null);
        centre.done(coordinator, id, "note", "{\"text\":\"一\"}");

        centre.ask(coordinator, id, "note", "{\"text\":\"二\"}").expectStatus().isEqualTo(409);

        centre.done(coordinator, id, "dispatch", "{\"department\":\"power\"}");
    }

    private static CompletableFuture<Integer> returning(WebTestClient who, String id) {
        return CompletableFuture.supplyAsync(() -> who.post()
                .uri("/api/escalations/{id}/return", id)
                .header("If-Match", "\"1\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"reason\":\"社区可自行解决\"}")
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value());
    }
}
