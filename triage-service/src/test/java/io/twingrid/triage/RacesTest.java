package io.twingrid.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Two members of staff who act at once on what both have seen. */
class RacesTest {
    private static final int PAIRS = 200;
    private static final TriageTown town = TriageTown.start();

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void ofEachPairOneWinsAndTheOtherIsToldAndNoFactIsThereTwice() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            Fact submitted = TriageTown.submitted("{}");
            town.facts().send(submitted);
            ids.add(submitted.subject());
        }
        ids.forEach(id -> town.facts().awaitOne("io.twingrid.report.routed.v1", id));
        WebTestClient lead = town.lead("tieshan");
        WebTestClient worker = town.gridWorker("tieshan");

        List<List<Integer>> answers = Flux.fromIterable(ids)
                .flatMap(
                        id -> Flux.merge(
                                        ask(lead, id, "reject", "{\"reason\":\"NOT_FOUND\"}"),
                                        ask(worker, id, "verify", "{}"))
                                .sort()
                                .collectList(),
                        4)
                .collectList()
                .block();

        assertThat(answers).hasSize(PAIRS).allSatisfy(pair -> assertThat(pair).containsExactly(200, 412));
        ids.forEach(id -> {
            String state = TriageTown.stateOf(town.read(id));
            town.facts().awaitOne("io.twingrid.report." + state + ".v1", id);
        });
        Map<String, Long> byId =
                town.facts().all().stream().collect(Collectors.groupingBy(Fact::id, Collectors.counting()));
        assertThat(byId).hasSize(3 * PAIRS).allSatisfy((id, count) -> assertThat(count)
                .isEqualTo(1));
    }

    private static Mono<Integer> ask(WebTestClient who, String id, String verb, String body) {
        return Mono.fromCallable(() -> who.post()
                        .uri("/api/cases/{id}/{verb}", id, verb)
                        .header(HttpHeaders.IF_MATCH, "\"1\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .value())
                .subscribeOn(Schedulers.boundedElastic());
    }
}
