package io.twingrid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.GoldenFact;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** Everything that can happen to a report, and everybody whom it does not concern: they get nothing, live, replayed or listed. */
@ExtendWith(TownExtension.class)
class OthersTest {
    private final Town town;
    private final Story story = Story.begin();
    private final Town.Person lead = Town.lead(story.community());

    OthersTest(Town town) {
        this.town = town;
    }

    /** Each is one step away from somebody whom it concerns: in role, area, department or name. */
    private List<Town.Person> others() {
        String other = Town.unique("c");
        String community = story.community();
        String street = story.street();
        String department = story.department();
        return List.of(
                new Town.Person(Town.unique("lead"), List.of("community-lead"), List.of(other), null),
                new Town.Person(Town.unique("worker"), List.of("grid-worker"), List.of(other), null),
                new Town.Person(Town.unique("lead-of-street"), List.of("community-lead"), List.of(street), null),
                new Town.Person(Town.unique("centre"), List.of("street-coordinator"), List.of(other), null),
                new Town.Person(Town.unique("centre-of-c"), List.of("street-coordinator"), List.of(community), null),
                new Town.Person(Town.unique("officer"), List.of("department-officer"), List.of(), other),
                new Town.Person(
                        Town.unique("officer-of-none"), List.of("department-officer"), List.of(community), null),
                new Town.Person(Town.unique("employee"), List.of(), List.of(community, street), department),
                new Town.Person(Town.unique("observer"), List.of("observer"), List.of(community), null),
                new Town.Person(Town.unique("points"), List.of("points-admin"), List.of(community), department));
    }

    @Test
    void staffOfOthersGetNothingLiveReplayedOrListed() throws IOException {
        String place;
        try (LiveReader concerned = town.live(lead)) {
            place = concerned.lastId();
        }
        List<Town.Person> others = others();
        List<LiveReader> live = others.stream().map(town::live).toList();

        String reportId = UUID.randomUUID().toString();
        story.facts(reportId).forEach(town.reports()::send);
        int told = awaitTheLastOf(reportId);

        List<LiveReader> replayed =
                others.stream().map(person -> town.live(person, place)).toList();
        // A sign for each that his streams have come so far: points of his own, behind all the rest.
        others.forEach(person -> town.service().facts("points-events").send(credited(person)));
        for (int i = 0; i < others.size(); i++) {
            String who = others.get(i).id();
            assertThat(types(live.get(i).awaitNotices(1))).as(who).containsExactly("credited");
            assertThat(types(replayed.get(i).awaitNotices(1))).as(who).containsExactly("credited");
            assertThat(town.typesInInbox(others.get(i))).as(who).containsExactly("credited");
            assertThat(unread(others.get(i))).as(who).isEqualTo(1);
            live.get(i).close();
            replayed.get(i).close();
        }
        try (LiveReader concerned = town.live(lead, place)) {
            assertThat(concerned.awaitNotices(told)).hasSize(told);
        }
    }

    /** Waits until all of it was worked on, and answers how much the lead was told. */
    private int awaitTheLastOf(String reportId) {
        Fact last = Town.example(Town.TRIAGE, "report-verified", reportId);
        town.reports().send(last);
        return Awaitility.await("the last fact")
                .atMost(Town.PATIENCE)
                .until(
                        () -> town.inbox(lead),
                        inbox -> inbox.stream()
                                        .filter(notice ->
                                                notice.path("type").asString().equals("verified"))
                                        .count()
                                == 2)
                .size();
    }

    private static Fact credited(Town.Person person) {
        return GoldenFact.about(
                GoldenFact.read(Town.POINTS.resolve("points-credited.json")), "observerId", person.id());
    }

    private long unread(Town.Person person) {
        ResponseSpec answer = town.as(person).get().uri("/api/notices/unread").exchange();
        return Town.json(answer.expectStatus().isOk()).path("unread").asLong();
    }

    private static List<String> types(List<JsonNode> notices) {
        return notices.stream().map(notice -> notice.path("type").asString()).toList();
    }
}
