package io.twingrid.triage;

import static io.twingrid.triage.TriageTown.INTAKES;
import static io.twingrid.triage.TriageTown.example;
import static io.twingrid.triage.TriageTown.json;
import static io.twingrid.triage.TriageTown.move;
import static io.twingrid.triage.TriageTown.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.rounds.Rounds;
import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.triage.domain.CaseFact;
import io.twingrid.triage.domain.Command;
import io.twingrid.triage.domain.CommunityCase;
import io.twingrid.triage.domain.Role;
import io.twingrid.triage.domain.Staff;
import io.twingrid.triage.domain.TownRules;
import io.twingrid.triage.store.Tallies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Counters and rates, with two instances that both count. */
class FiguresTest {
    private static final String MONTHS = "from=2098-12&to=2099-02";
    /** Where the cases of each test but one are, so that they do not count at one desk. */
    private static final String ELSEWHERE = "{\"location\":{\"lat\":24.596,\"lon\":118.021}";

    private static final Staff WORKER_ELSEWHERE =
            new Staff("grid-shangtouting", Set.of(Role.GRID_WORKER), Set.of("shangtouting"));
    private static final TriageTown town = TriageTown.start();
    private static final RunningService second =
            RunningService.startIn(town.service().space(), TriageService.application());
    private static final WebTestClient lead = town.lead("tieshan");
    private static final WebTestClient elsewhere = town.lead("shangtouting");
    private static final WebTestClient worker = town.gridWorker("tieshan");

    @AfterAll
    static void stop() {
        second.close();
        town.close();
    }

    @Test
    void eachCaseCountsOnceAsItStands() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ids.add(town.submit("{\"at\":\"2099-01-15T00:00:00Z\"}"));
        }
        town.submit("{\"at\":\"2099-01-15T00:00:00Z\",\"location\":{\"lat\":24.632,\"lon\":117.972}}");
        ids.subList(0, 30).forEach(id -> move(worker, id, "verify", "{}"));
        ids.subList(30, 35).forEach(id -> move(lead, id, "reject", "{\"reason\":\"NOT_FOUND\"}"));
        ids.subList(0, 20).forEach(id -> move(worker, id, "resolve", "{\"note\":\"好了\"}"));
        ids.subList(0, 4).forEach(id -> move(worker, id, "rework", "{\"reason\":\"没好\"}"));
        town.facts().send(example(INTAKES.resolve("report-feedback-given.json"), ids.get(10)));

        await("the figures to have followed").untilAsserted(() -> {
            JsonNode figures = read(lead, "figures?" + MONTHS);
            JsonNode counters = figures.required("counters");
            assertThat(counters.required("received").asInt()).isEqualTo(40);
            assertThat(counters.required("responded").asInt()).isEqualTo(35);
            assertThat(counters.required("valid").asInt()).isEqualTo(30);
            assertThat(counters.required("resolved").asInt()).isEqualTo(16);
            assertThat(counters.required("reworked").asInt()).isEqualTo(4);
            assertThat(counters.required("judged").asInt()).isEqualTo(1);
            assertThat(figures.required("responseRate").asDouble()).isEqualTo(35.0 / 40);
            assertThat(figures.required("resolutionRate").asDouble()).isEqualTo(16.0 / 30);
            assertThat(figures.required("resolvedInTimeRate").asDouble()).isEqualTo(1);
            assertThat(figures.required("verifiedLateRate").asDouble()).isZero();
            assertThat(figures.required("resolvedLateRate").asDouble()).isZero();
            assertThat(read(lead, "counters").toString())
                    .isEqualTo("{\"assigned\":{\"green\":4},\"rejected\":{\"off\":5},\"resolved\":{\"off\":16},"
                            + "\"routed\":{\"green\":5},\"verified\":{\"green\":10}}");
        });
        assertThat(received(town.admin(), MONTHS)).as("the town").isEqualTo(41);
        assertThat(received(town.admin(), MONTHS + "&area=shenqing")).isEqualTo(1);
        assertThat(received(lead, MONTHS + "&area=shenqing")).as("not his").isZero();
        assertThat(received(town.coordinator(), MONTHS + "&category=01037")).isEqualTo(41);
        assertThat(received(lead, MONTHS + "&category=01003")).isZero();
        assertThat(received(lead, "from=2098-12")).isZero();
        assertThat(read(lead, "figures?from=2098-12").has("responseRate")).isFalse();
        assertThat(received(town.admin(), MONTHS + "&observer=observer-1")).isEqualTo(41);
    }

    @Test
    void aMonthIsTheTowns() {
        town.submit(ELSEWHERE + ",\"at\":\"2099-05-31T15:59:00Z\"}");
        town.submit(ELSEWHERE + ",\"at\":\"2099-05-31T16:00:00Z\"}");
        await("both to be counted")
                .until(() -> received(elsewhere, "from=2099-05&to=2099-06"), received -> received == 2);
        assertThat(received(elsewhere, "from=2099-05"))
                .as("a minute before midnight in the town")
                .isEqualTo(1);
        assertThat(received(elsewhere, "from=2099-06")).as("midnight").isEqualTo(1);
    }

    @Test
    void aChangeIsCountedAlthoughTheOneBeforeItWasCountedMeanwhile() {
        List<Rounds> loops = Stream.of(town.service(), second)
                .map(service -> service.bean(Rounds.class))
                .toList();
        loops.forEach(Rounds::stop);
        String id = town.submit(ELSEWHERE + ",\"at\":\"2099-08-15T00:00:00Z\"}");
        try {
            cases().change(id, theCase -> {
                        countAll();
                        return theCase.ask(new Command.Verify(), WORKER_ELSEWHERE, Instant.now(), rules());
                    })
                    .block();
        } finally {
            loops.forEach(Rounds::start);
        }
        await("the verification to count")
                .until(() -> read(elsewhere, "figures?from=2099-08")
                                .at("/counters/valid")
                                .asInt()
                        == 1);
    }

    private static TownRules rules() {
        return town.service().bean(TownRules.class);
    }

    @SuppressWarnings("unchecked") // the bean is of the one store that the service has
    private static ChangeStore<CommunityCase, CaseFact> cases() {
        return town.service().bean(ChangeStore.class);
    }

    /** The other instance counts: the threads of this one's store wait for it. */
    private static void countAll() {
        Tallies tallies = second.bean(Tallies.class);
        tallies.round()
                .expand(isMore -> isMore ? tallies.round() : Mono.empty())
                .blockLast(Duration.ofSeconds(10));
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(Duration.ofSeconds(20));
    }

    @Test
    void whatCannotBeAskedIsAnsweredWithItsName() {
        for (String query : List.of("from=november", "to=2", "from=2026-02&to=2026-01", "from=2020-01&to=2099-01")) {
            JsonNode problem =
                    problem(lead.get().uri("/api/cases/figures?" + query).exchange(), HttpStatus.BAD_REQUEST);
            assertThat(problem.required("errors").toString()).contains(query.startsWith("from=n") ? "from" : "to");
        }
        problem(lead.get().uri("/api/cases/figures?observer=observer-1").exchange(), HttpStatus.FORBIDDEN);
    }

    private static int received(WebTestClient who, String query) {
        return read(who, "figures?" + query)
                .required("counters")
                .required("received")
                .asInt();
    }

    private static JsonNode read(WebTestClient who, String what) {
        return json(
                who.get().uri("/api/cases/" + what).exchange().expectStatus().isOk());
    }
}
