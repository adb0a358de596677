package io.twingrid.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.FactTopic;
import io.twingrid.chassis.testkit.GoldenFact;
import io.twingrid.chassis.testkit.TestIssuer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** Bad input: a problem that names the field over HTTP, one parked record on a topic. */
@ExtendWith(TownExtension.class)
class BadInputTest {
    private static final String GROUP = "notification-service";

    private final Town town;
    private final String community = Town.unique("c");
    private final Town.Person lead = Town.lead(community);

    BadInputTest(Town town) {
        this.town = town;
    }

    @ParameterizedTest
    @CsvSource({
        "?limit=0, limit",
        "?limit=101, limit",
        "?limit=many, limit",
        "?cursor=nonsense, cursor",
        "?cursor=!!, cursor",
        "?type=exploded, type",
        "?unread=perhaps, unread",
    })
    void aBadParameterIsNamed(String query, String field) {
        town.as(lead)
                .get()
                .uri("/api/notices" + query)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/notices",
        "GET, /api/notices/stream",
        "POST, /api/notices/1/read",
        "GET, /api/notices/unread",
        "POST, /api/notices/read"
    })
    void aTokenIsNeededAndNotOneOfAnotherIssuer(String method, String path) {
        String foreign = TestIssuer.start().token("admin", List.of("admin"), List.of(), null);

        for (var caller : List.of(town.service().client(), town.service().withToken(foreign))) {
            caller.method(HttpMethod.valueOf(method))
                    .uri(path)
                    .exchange()
                    .expectStatus()
                    .isUnauthorized()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"reportId\":", "{}", "{\"reportId\":\"r\",\"area\":{\"street\":\"s\"},\"priority\":\"HIGH\"}"
            })
    void anUnreadableRecordIsParkedAloneAndThoseBehindItAreTold(String data) {
        String id = UUID.randomUUID().toString();
        town.submit(id, "observer-1");
        Fact routing = Town.routing(id, community);
        String badId = "bad-" + id;
        town.reports()
                .raw(
                        id,
                        Map.of(
                                "ce_specversion",
                                "1.0",
                                "ce_id",
                                badId,
                                "ce_type",
                                routing.type(),
                                "ce_source",
                                routing.source(),
                                "ce_subject",
                                id,
                                "ce_time",
                                routing.time().toString()),
                        data.getBytes(UTF_8));
        town.reports().send(routing);

        town.awaitInbox(lead, 1);

        List<ConsumerRecord<String, byte[]>> parked = parked(town.reports(), badId);
        assertThat(parked).hasSize(1);
        assertThat(header(parked.getFirst(), "parked-cause")).contains("ReportFact");
        assertThat(town.inbox(lead)).hasSize(1);
        Town.Person admin = new Town.Person("admin", List.of("admin"), List.of(), null);
        List<String> told = Awaitility.await("the admin is told")
                .atMost(Town.PATIENCE)
                .until(
                        () -> town.inbox(admin).stream()
                                .filter(notice -> notice.path("type").asString().equals("parked"))
                                .map(notice -> notice.path("text").asString())
                                .toList(),
                        texts -> texts.stream()
                                .anyMatch(text -> text.contains("report-events.notification-service.parked")));
        assertThat(told).doesNotHaveDuplicates();
    }

    @Test
    void anAnnouncementThatIsNoneIsPassedOverAndTheNextIsHeard() {
        String key = "community:" + community + ":community-lead";
        FactTopic announcements = town.service().facts("notices");
        double before = unreadableAnnouncements();
        try (LiveReader reader = town.live(lead)) {
            announcements.raw(key, Map.of(), "?".getBytes(UTF_8));
            announcements.raw(key, Map.of("ce_type", "io.twingrid.notice.stored.v1"), null);
            // As if another instance had stored it: nobody here is told but by the topic.
            Fact stored = GoldenFact.about(GoldenFact.read(Town.OURS.resolve("notice-stored.json")), "audience", key);
            announcements.send(GoldenFact.with(stored, "{\"seq\":1}"));

            assertThat(reader.awaitNotices(1).getFirst().path("type").asString())
                    .isEqualTo("routed");
            assertThat(unreadableAnnouncements()).isEqualTo(before + 2);
        }
    }

    @Test
    void aPointsFactWithoutAnObserverIsParked() {
        FactTopic points = town.service().facts("points-events");
        Fact credited = GoldenFact.read(Town.POINTS.resolve("points-credited.json"));
        String id = UUID.randomUUID().toString();
        points.send(new Fact(id, credited.type(), credited.source(), id, credited.time(), null, "{\"amount\":5}"));

        assertThat(header(parked(points, id).getFirst(), "parked-cause")).contains("PointsFact");
    }

    private double unreadableAnnouncements() {
        return town.service()
                .bean(MeterRegistry.class)
                .get("notices.announcements.unreadable")
                .counter()
                .count();
    }

    private static List<ConsumerRecord<String, byte[]>> parked(FactTopic topic, String factId) {
        return Awaitility.await("parked " + factId)
                .atMost(Town.PATIENCE)
                .until(
                        () -> topic.parked(GROUP).records().stream()
                                .filter(record -> factId.equals(header(record, "ce_id")))
                                .toList(),
                        found -> !found.isEmpty());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = Objects.requireNonNull(record.headers().lastHeader(name), name);
        return new String(header.value(), UTF_8);
    }
}
