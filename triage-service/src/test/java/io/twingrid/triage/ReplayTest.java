package io.twingrid.triage;

import static io.twingrid.triage.TriageTown.INTAKES;
import static io.twingrid.triage.TriageTown.STREETS;
import static io.twingrid.triage.TriageTown.example;
import static io.twingrid.triage.TriageTown.move;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.Versioned;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.GoldenFact;
import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.triage.domain.CommunityCase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/** The whole topic read into an empty store: the same cases, and not a word is said meanwhile. */
class ReplayTest {
    private static final TriageTown town = TriageTown.start();
    private static final WebTestClient lead = town.lead("tieshan");
    private static final WebTestClient worker = town.gridWorker("tieshan");

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void anEmptyStoreComesToTheSameCases() {
        List<String> ids = new ArrayList<>(List.of(settled(), waiting(), fromTheStreetAndBack()));
        ids.addAll(mergedAndItsEarlier());
        ids.add(town.submit("{\"handledOnSpot\":true}"));
        Map<String, Versioned<CommunityCase>> before = casesOf(town.service());
        assertThat(before.keySet()).containsAll(ids);
        await(() -> before.equals(casesOf(town.service())), "the cases to be at rest");
        int said = town.facts().all().size();

        try (RunningService empty = RunningService.startIn(
                town.service().space(),
                TriageService.application(),
                "triage.rebuild=true",
                "chassis.database=" + town.service().space() + "-empty",
                "spring.cloud.stream.bindings.reportEvents-in-0.group=triage-service-again")) {
            assertThat(casesOf(empty)).isEqualTo(before);
            Fact last = TriageTown.submitted("{}");
            town.facts().send(last);
            await(() -> casesOf(empty).containsKey(last.subject()), "the new one to have read the topic again");
            Map<String, Versioned<CommunityCase>> after = casesOf(empty);
            after.remove(last.subject());
            assertThat(after).as("all that was read again changed nothing").isEqualTo(before);
            assertThat(town.facts().all().stream()
                            .filter(fact -> !fact.subject().equals(last.subject())))
                    .as("nothing was said again")
                    .hasSize(said);
        }
    }

    private static String settled() {
        String id = town.submit("{}");
        move(worker, id, "verify", "{}");
        move(lead, id, "assign", "{\"handler\":\"grid-tieshan\"}");
        move(worker, id, "note", "{\"text\":\"在路上\"}");
        move(worker, id, "resolve", "{\"note\":\"修好了\",\"photos\":[\"photo-2\"]}");
        move(worker, id, "rework", "{\"reason\":\"没有\"}");
        move(worker, id, "resolve", "{\"note\":\"这次好了\"}");
        move(lead, id, "close", "{}");
        Fact notSolved =
                GoldenFact.with(example(INTAKES.resolve("report-feedback-given.json"), id), "{\"resolved\":false}");
        town.facts().send(notSolved);
        town.awaitState(id, "assigned");
        return id;
    }

    private static String waiting() {
        String id = town.submit("{}");
        String later = Instant.now().plus(Duration.ofDays(40)).toString();
        move(worker, id, "verify", "{}");
        move(worker, id, "extend", "{\"reason\":\"等车\",\"until\":\"" + later + "\"}");
        move(lead, id, "approve-extension", "{}");
        move(lead, id, "hold", "{\"reason\":\"等\",\"reviewOn\":\"" + later + "\"}");
        return id;
    }

    private static String fromTheStreetAndBack() {
        String id = town.submit("{}");
        move(worker, id, "verify", "{}");
        move(lead, id, "escalate", "{\"note\":\"线路归供电部门\"}");
        town.facts().send(example(STREETS.resolve("report-dispatched.json"), id));
        town.awaitLine(id, "dispatch");
        town.facts().send(example(STREETS.resolve("report-returned.json"), id));
        town.awaitState(id, "verified");
        move(lead, id, "transfer", "{\"community\":\"shenqing\",\"reason\":\"在深青\"}");
        return id;
    }

    private static List<String> mergedAndItsEarlier() {
        String earlier = town.submit("{}");
        String later = town.submit("{}");
        town.facts().send(example(INTAKES.resolve("report-supported.json"), later));
        await(() -> town.read(later).required("supporters").asInt() == 1, "the support to count");
        move(lead, later, "merge", "{\"into\":\"" + earlier + "\"}");
        town.awaitLine(earlier, "join");
        return List.of(earlier, later);
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition, String what) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(20))
                .during(Duration.ofMillis(300))
                .until(condition);
    }

    /** All cases; what is due by time is none of this test's affair. */
    @SuppressWarnings("unchecked") // the bean is of the one store that the service has
    private static Map<String, Versioned<CommunityCase>> casesOf(RunningService service) {
        ChangeStore<CommunityCase, ?> cases = service.bean(ChangeStore.class);
        Map<String, Versioned<CommunityCase>> all = new TreeMap<>();
        Flux.from(cases.documents().find())
                .map(cases::read)
                .toIterable()
                .forEach(found -> all.put(found.aggregate().id(), found));
        return all;
    }
}
