package io.twingrid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.JsonNode;

/** Who is connected is told at once, and only what concerns him. */
@ExtendWith(TownExtension.class)
class LiveStreamTest {
    /** Bytes; Kafka's own metrics are the most of them. */
    private static final int MOST_METRICS = 4 * 1024 * 1024;

    private final Town town;
    private final String community = Town.unique("c");
    private final String observer = Town.unique("observer");

    LiveStreamTest(Town town) {
        this.town = town;
    }

    @Test
    void aRoutedReportReachesTheGridWorkersAndTheLeadOfItsCommunity() {
        try (LiveReader lead = town.live(Town.lead(community));
                LiveReader worker = town.live(Town.gridWorker(community))) {
            String id = town.routed(community, observer);

            JsonNode notice = lead.awaitNotices(1).getFirst();

            assertThat(notice.propertyNames())
                    .containsExactlyInAnyOrder("id", "type", "reportId", "title", "text", "at", "link", "urgent");
            assertThat(notice.path("type").asString()).isEqualTo("routed");
            assertThat(notice.path("reportId").asString()).isEqualTo(id);
            assertThat(notice.path("title").asString()).isEqualTo("新上报：路灯异常");
            assertThat(notice.path("at").asString()).isEqualTo("2026-11-22T08:31:00Z");
            assertThat(notice.path("link").asString()).isEqualTo("/api/cases/" + id);
            assertThat(worker.awaitNotices(1).getFirst().path("title")).isEqualTo(notice.path("title"));
        }
    }

    @Test
    void anEventIsNamedAfterItsFactAndHasAPlaceForItsId() {
        try (LiveReader lead = town.live(Town.lead(community))) {
            String opened = lead.lastId();
            town.routed(community, observer);
            lead.awaitNotices(1);

            ServerSentEvent<String> event = lead.events().stream()
                    .filter(each -> each.event() != null)
                    .findFirst()
                    .orElseThrow();
            assertThat(event.event()).isEqualTo("routed");
            assertThat(event.id()).isNotNull().isNotEqualTo(opened);
        }
    }

    @Test
    void theReaderChoosesTheLanguage() {
        var request = WebClient.create(town.service().baseUrl())
                .get()
                .uri("/api/notices/stream")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        "Bearer " + Town.lead(community).token())
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en-GB,en;q=0.9,zh;q=0.1");
        try (LiveReader lead = LiveReader.of(request)) {
            town.routed(community, observer);

            assertThat(lead.awaitNotices(1).getFirst().path("title").asString())
                    .isEqualTo("New report: Street light out");
        }
    }

    @Test
    void theStreamStartsNow() {
        town.routed(community, observer);
        town.awaitInbox(Town.lead(community), 1);

        try (LiveReader lead = town.live(Town.lead(community))) {
            String later = town.routed(community, observer);
            lead.awaitNotices(1);

            assertThat(lead.reports()).containsExactly(later);
        }
    }

    @Test
    void staffOfAnotherCommunityAreToldNothing() {
        String other = Town.unique("c");
        try (LiveReader stranger = town.live(Town.lead(other));
                LiveReader lead = town.live(Town.lead(community))) {
            town.routed(community, observer);
            lead.awaitNotices(1);
            // What is told to the stranger's own community comes behind it, so nothing is on its way any more.
            String own = town.routed(other, observer);
            stranger.awaitNotices(1);

            assertThat(stranger.reports()).containsExactly(own);
        }
    }

    @Test
    void aPersonOfSeveralCommunitiesIsToldOfAllOfThem() {
        String other = Town.unique("c");
        Town.Person both =
                new Town.Person("both", List.of("community-lead", "grid-worker"), List.of(community, other), null);
        try (LiveReader reader = town.live(both)) {
            town.routed(community, observer);
            town.routed(other, observer);

            // As lead and as grid worker, of two communities.
            assertThat(reader.awaitNotices(4)).hasSize(4);
        }
    }

    @Test
    void aQuietStreamShowsSignsOfLifeAndSaysWhenToComeBack() {
        try (LiveReader lead = town.live(Town.lead(community))) {
            Awaitility.await("heartbeats")
                    .atMost(Town.PATIENCE)
                    .until(() -> lead.events().stream()
                                    .filter(event -> event.comment() != null)
                                    .count()
                            > 2);

            Duration usual = town.service().bean(NotificationSettings.class).retry();
            assertThat(lead.events().getFirst().retry())
                    .isBetween(usual.dividedBy(2), usual.multipliedBy(3).dividedBy(2));
            assertThat(lead.notices()).isEmpty();
        }
    }

    @Test
    void theStreamEndsWithItsToken() {
        try (LiveReader reader =
                LiveReader.connect(town.service().baseUrl(), Town.tokenForSeconds(Town.lead(community), 2), null)) {
            reader.awaitEnd();

            assertThat(reader.events()).isNotEmpty();
        }
    }

    @Test
    void connectedClientsAndPushesAreCountedWithoutNames() {
        try (LiveReader lead = town.live(Town.lead(community))) {
            town.routed(community, observer);
            lead.awaitNotices(1);

            String metrics = Objects.requireNonNull(town.service()
                    .client()
                    .mutate()
                    .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MOST_METRICS))
                    .build()
                    .get()
                    .uri("/actuator/prometheus")
                    .exchange()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody());

            assertThat(metrics)
                    .contains("notices_stored_total{type=\"routed\"}")
                    .contains("notices_pushed_total{channel=\"stream\",way=\"live\"}")
                    .contains("notices_age_seconds_bucket")
                    .doesNotContain(community, observer)
                    .containsPattern("notices_clients [1-9]");
        }
    }

    @Test
    void onePersonCannotTakeAllTheStreams() {
        List<LiveReader> open = new ArrayList<>();
        Town.Person lead = Town.lead(community);
        for (int i = 0; i < 8; i++) {
            open.add(town.live(lead));
        }

        town.as(lead)
                .get()
                .uri("/api/notices/stream")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER);

        open.forEach(LiveReader::close);
    }
}
