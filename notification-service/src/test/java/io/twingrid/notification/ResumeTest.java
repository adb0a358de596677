package io.twingrid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** A stream that was cut goes on where it was, with nothing missing and nothing of others. */
@ExtendWith(TownExtension.class)
class ResumeTest {
    private final Town town;
    private final String community = Town.unique("c");
    private final String observer = Town.unique("observer");
    private final Town.Person lead = Town.lead(community);

    ResumeTest(Town town) {
        this.town = town;
    }

    @Test
    void whatCameDuringTheCutIsReplayedInOrder() {
        String place;
        try (LiveReader before = town.live(lead)) {
            town.routed(community, observer);
            before.awaitNotices(1);
            place = before.lastId();
        }
        List<String> missed = List.of(town.routed(community, observer), town.routed(community, observer));
        town.awaitInbox(lead, 3);

        try (LiveReader after = town.live(lead, place)) {
            after.awaitNotices(2);
            String live = town.routed(community, observer);
            after.awaitNotices(3);

            assertThat(after.reports().subList(0, 2)).containsExactlyInAnyOrderElementsOf(missed);
            assertThat(after.reports().get(2)).isEqualTo(live);
        }
    }

    @Test
    void aCutBeforeTheFirstNoticeLosesNothing() {
        String place;
        try (LiveReader before = town.live(lead)) {
            place = before.lastId();
        }
        String missed = town.routed(community, observer);
        town.awaitInbox(lead, 1);

        try (LiveReader after = town.live(lead, place)) {
            after.awaitNotices(1);
            assertThat(after.reports()).containsExactly(missed);
        }
    }

    @Test
    void aClientThatCannotSetHeadersSendsTheIdInTheQuery() {
        String place;
        try (LiveReader before = town.live(lead)) {
            place = before.lastId();
        }
        String missed = town.routed(community, observer);
        town.awaitInbox(lead, 1);

        var request = WebClient.create(town.service().baseUrl())
                .get()
                .uri("/api/notices/stream?lastEventId={id}", place)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + lead.token());
        try (LiveReader after = LiveReader.of(request)) {
            after.awaitNotices(1);
            assertThat(after.reports()).containsExactly(missed);
        }
    }

    @Test
    void anotherPersonsPlaceOpensNoneOfHisNotices() {
        Town.Person stranger = Town.lead(Town.unique("c"));
        String place;
        try (LiveReader before = town.live(lead)) {
            place = before.lastId();
        }
        town.routed(community, observer);
        town.awaitInbox(lead, 1);

        try (LiveReader thief = town.live(stranger, place)) {
            String own = town.routed(stranger.areas().getFirst(), observer);
            thief.awaitNotices(1);

            assertThat(thief.reports()).containsExactly(own);
        }
    }

    @Test
    void whoLostARoleIsNotReplayedItsNotices() {
        String place;
        try (LiveReader before = town.live(lead)) {
            place = before.lastId();
        }
        town.routed(community, observer);
        town.awaitInbox(lead, 1);
        String other = Town.unique("c");
        Town.Person moved = new Town.Person(lead.id(), List.of("community-lead"), List.of(other), null);

        try (LiveReader after = town.live(moved, place)) {
            String own = town.routed(other, observer);
            after.awaitNotices(1);

            assertThat(after.reports()).containsExactly(own);
        }
    }

    @Test
    void aStreamSurvivesARestartAndAnotherInstance() {
        LiveReader there;
        try (Town second = secondInstance();
                LiveReader here = town.live(lead)) {
            there = second.live(lead);
            String told = town.routed(community, observer);
            there.awaitNotices(1);
            here.awaitNotices(1);

            assertThat(there.reports()).containsExactly(told).isEqualTo(here.reports());
            assertThat(there.lastId()).isEqualTo(here.lastId());
        }
        there.awaitEnd();
        String place = there.lastId();
        String missed = town.routed(community, observer);

        try (LiveReader after = town.live(lead, place)) {
            after.awaitNotices(1);
            assertThat(after.reports()).containsExactly(missed);
        }
    }

    @Test
    void historyThatIsGoneIsSaidToBeGone() {
        String place;
        try (LiveReader before = town.live(lead)) {
            place = before.lastId();
        }
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sent.add(town.routed(community, observer));
            town.awaitInbox(lead, i + 1);
        }
        Mono.from(town.service()
                        .bean(MongoDatabase.class)
                        .getCollection("notices")
                        .deleteMany(Filters.in("reportId", sent.subList(0, 2))))
                .block();

        try (LiveReader after = town.live(lead, place)) {
            after.awaitNotices(1);

            assertThat(after.reports()).containsExactly(sent.get(2));
            assertThat(after.events().stream()
                            .filter(event -> event.event() != null)
                            .findFirst()
                            .orElseThrow()
                            .event())
                    .isEqualTo("cut");
            assertThat(after.events())
                    .filteredOn(event -> "cut".equals(event.event()))
                    .extracting(ServerSentEvent::data)
                    .containsExactly("{\"missed\":2}");
        }
    }

    @Test
    void aPlaceThatIsNoneIsNamed() {
        for (String bad : List.of("42", "!!", "AQAA")) {
            town.as(lead)
                    .get()
                    .uri("/api/notices/stream")
                    .header("Last-Event-ID", bad)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("Last-Event-ID");
        }
        town.as(lead)
                .get()
                .uri("/api/notices/stream?lastEventId=nonsense")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("lastEventId");
    }

    private Town secondInstance() {
        return Town.startIn(town.service().space(), "server.shutdown=graceful");
    }
}
