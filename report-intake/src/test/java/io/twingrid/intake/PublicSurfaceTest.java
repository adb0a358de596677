package io.twingrid.intake;

import static io.twingrid.intake.Intake.body;
import static io.twingrid.intake.Intake.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.GoldenFact;
import io.twingrid.intake.photo.Pictures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What everybody sees: stories, files and numbers, and no person in any of them. */
class PublicSurfaceTest {
    @Nullable
    static Intake intake;

    @BeforeAll
    static void start() {
        intake = Intake.start();
    }

    @AfterAll
    static void stop() {
        intake().close();
    }

    @Test
    void nobodyIsInAnythingThatEverybodyMayRead() {
        String person = "marker-person-" + UUID.randomUUID();
        WebTestClient client = intake().observer(person);
        String photo = Intake.json(client.post()
                        .uri("/api/photos")
                        .contentType(MediaType.IMAGE_JPEG)
                        .bodyValue(Pictures.withExif(Pictures.of("jpeg", 61, 300, 200), 1))
                        .exchange()
                        .expectStatus()
                        .isCreated())
                .required("id")
                .asString();
        String open = intake().idOfSubmitted(
                        client,
                        with(
                                with(
                                        body("路灯不亮, 电话 139-5000-1234, 我叫欧阳小明, 楼下陈大爷, 微信: marker_wx_1, my name is Marker"
                                                + " Person, a@marker.example, 身份证 35020319900101123X, 工号 " + person),
                                        "address",
                                        "闽D12345 旁"),
                                "attributes",
                                Map.of("pole", "marker-attribute")));
        String closed = intake().idOfSubmitted(
                        client,
                        with(
                                body("09999", "marker-words: an old man has fallen", 24.611, 118.004),
                                "photos",
                                List.of(photo)));
        for (String id : List.of(open, closed)) {
            intake().happens("triage-service", "routed", id);
            intake().facts()
                    .send(GoldenFact.with(
                            Intake.golden("triage-service", "noted", id),
                            "{\"text\":\"已回电 13950001234 告知陈大爷\",\"public\":true}"));
            intake().happens("triage-service", "resolved", id);
            intake().happens("report-intake", "feedback-given", id);
            intake().awaitReport(id, report -> report.has("feedback"));
        }
        List<String> walk = List.of(
                "/api/reports",
                "/api/reports?category=09999",
                "/api/reports?visibility=private",
                "/api/reports?community=tieshan",
                "/api/reports/" + open,
                "/api/reports/" + closed,
                "/api/reports/nearby?category=09999&lat=24.611&lon=118.004",
                "/api/reports/nearby?category=01037&lat=24.611&lon=118.004",
                "/api/reports.csv",
                "/api/reports.geojson",
                "/api/reports.rss",
                "/api/statistics?by=channel",
                "/api/statistics?by=area",
                "/api/categories",
                "/api/photos/" + photo,
                "/open311/v2/requests.xml",
                "/open311/v2/requests.json?service_request_id=" + open + "," + closed,
                "/open311/v2/requests/" + open + ".xml",
                "/open311/v2/requests/" + closed + ".json",
                "/open311/v2/tokens/" + closed + ".xml",
                "/open311/v2/servicerequestupdates.xml?" + Intake.window(),
                "/actuator/prometheus",
                "/v3/api-docs");
        for (String path : walk) {
            // A problem names the path that was asked for.
            assertThat(text(intake().anybody(), path).replace(path, ""))
                    .as(path)
                    .doesNotContain(
                            "marker",
                            "Marker",
                            "5000-1234",
                            "13950001234",
                            "D12345",
                            "observer-",
                            "小明",
                            "陈大爷",
                            "19900101",
                            "当天就修好了",
                            photo)
                    .satisfies(text -> assertThat(text.contains(closed) && !path.contains(closed))
                            .isFalse());
        }
        assertThat(text(intake().anybody(), "/api/reports/" + open)).contains("路灯不亮");
        assertThat(text(intake().lead("tieshan"), "/api/reports?visibility=private&community=tieshan"))
                .contains(closed);
    }

    @Test
    void whatIsHeldIsShownOnceALeadHasLookedAndHiddenAgainWithTheOriginalKept() {
        for (String words : List.of("代 开-发票 请联系", "see https://example.org", "cheap at best-shop.top")) {
            JsonNode receipt = intake().submitted(intake().observer("observer-2"), body(words));
            assertThat(receipt.required("visibility").asString()).as(words).isEqualTo("held");
            assertThat(receipt.required("notices").toString()).contains("not shown to the public");
        }
        String id = intake().idOfSubmitted(intake().observer("observer-2"), body("see www.example.org"));
        intake().happens("triage-service", "routed", id);
        intake().awaitStatus(id, "routed");
        String uri = "/api/reports/" + id;
        intake().anybody().get().uri(uri).exchange().expectStatus().isNotFound();
        assertThat(text(intake().lead("tieshan"), "/api/reports?visibility=held&community=tieshan"))
                .contains(id);

        assertThat(text(intake().lead("tieshan"), "/api/reports?visibility=held"))
                .contains(id);
        for (String held : List.of("", "&street=guankou", "&community=tieshan", "&street=guankou&community=tieshan")) {
            assertThat(text(intake().coordinator(), "/api/reports?visibility=held" + held))
                    .as(held)
                    .contains(id);
        }
        assertThat(text(intake().coordinator(), "/api/reports.csv?view=staff&street=guankou"))
                .contains(id);

        decide(intake().lead("tieshan"), id, "public").expectStatus().isNoContent();
        assertThat(text(intake().anybody(), uri)).contains("www.example.org");
        decide(intake().lead("shenqing"), id, "hidden").expectStatus().isForbidden();
        decide(intake().observer("observer-2"), id, "hidden").expectStatus().isForbidden();
        Intake.expectProblem(decide(intake().lead("tieshan"), id, "perhaps"), 400, "decision");
        decide(intake().lead("tieshan"), id, "hidden").expectStatus().isNoContent();
        intake().anybody().get().uri(uri).exchange().expectStatus().isNotFound();
        assertThat(text(intake().observer("observer-2"), uri)).contains("www.example.org");

        String person = intake().idOfSubmitted(intake().observer("observer-2"), body("09999", "help", 24.611, 118.004));
        Intake.expectProblem(decide(intake().admin(), person, "public"), 400, "reason");
        intake().post(
                        intake().admin(),
                        "/api/reports/" + person + "/visibility",
                        Map.of("decision", "public", "reason", "names nobody"))
                .expectStatus()
                .isNoContent();
        assertThat(text(intake().anybody(), "/api/reports/" + person)).contains("help");
    }

    @Test
    void aTownMayLookAtEverythingFirst() {
        try (Intake careful = Intake.start("INTAKE_PRE_MODERATION=true")) {
            JsonNode receipt = careful.submitted(careful.anybody(), body("dark"));
            assertThat(receipt.required("visibility").asString()).isEqualTo("held");
        }
    }

    @Test
    void whoeverHasNoAccountFollowsByLink() {
        JsonNode receipt = intake().submitted(intake().anybody(), body("see www.example.org"));
        String id = receipt.required("id").asString();
        String link = "/api/followed-reports/" + receipt.required("followToken").asString();
        assertThat(text(intake().anybody(), link)).contains("www.example.org");
        Map<String, Object> solved = Map.of("resolved", true, "satisfaction", 4);
        intake().post(intake().anybody(), link + "/feedback", solved)
                .expectStatus()
                .isEqualTo(409);
        intake().happens("triage-service", "resolved", id);
        intake().awaitStatus(id, "resolved");
        Intake.expectProblem(
                intake().post(intake().anybody(), link + "/feedback", Map.of("resolved", true, "satisfaction", 9)),
                400,
                "satisfaction");
        intake().post(intake().anybody(), link + "/feedback", Map.of("resolved", false))
                .expectStatus()
                .isAccepted();
        intake().awaitReport(id, report -> report.has("feedback"));
        intake().post(intake().anybody(), link + "/feedback", solved)
                .expectStatus()
                .isAccepted();
        intake().awaitReport(
                        id,
                        report -> report.path("feedback").path("satisfaction").asInt() == 4);

        for (String guess :
                List.of("x", "!!", link.substring(link.length() - 43, link.length() - 1) + "_", "A".repeat(43))) {
            intake().anybody()
                    .get()
                    .uri("/api/followed-reports/" + guess)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        assertThat(intake().submitted(intake().observer("observer-1"), body("dark"))
                        .has("followToken"))
                .isFalse();
    }

    @Test
    void timeForFeedbackEnds() {
        try (Intake quick = Intake.start("INTAKE_FEEDBACK_WITHIN=1s")) {
            String id = quick.idOfSubmitted(quick.observer("observer-1"), body("dark"));
            quick.facts()
                    .send(GoldenFact.with(
                            Intake.golden("triage-service", "resolved", id), "{\"at\":\"2026-01-01T00:00:00Z\"}"));
            quick.awaitStatus(id, "resolved");
            quick.post(quick.observer("observer-1"), "/api/reports/" + id + "/feedback", Map.of("resolved", true))
                    .expectStatus()
                    .isEqualTo(409);
        }
    }

    @Test
    void feedsAreWholeAndSafeToOpen() {
        String id = intake().idOfSubmitted(
                        intake().observer("observer-3"),
                        body("06013", "=HYPERLINK(\"x\") \"quoted\"\nsecond line <b>", 24.6, 118.01));
        String csv = text(intake().anybody(), "/api/reports.csv?category=06013");
        assertThat(csv)
                .startsWith("\ufeff\"number\"")
                .contains("\"'=HYPERLINK(\"\"x\"\") \"\"quoted\"\"\nsecond line <b>\"");
        JsonNode layer = Intake.JSON.readTree(text(intake().anybody(), "/api/reports.geojson?category=06013"));
        assertThat(layer.required("features").values())
                .extracting(feature -> feature.required("id").asString())
                .contains(id);
        assertThat(Intake.JSON
                        .readTree(text(intake().anybody(), "/api/reports.geojson?category=06998"))
                        .required("features")
                        .size())
                .isZero();
        assertThat(text(intake().anybody(), "/api/reports.rss?category=06013"))
                .contains("second line &amp;lt;b&amp;gt;");
        intake().anybody()
                .get()
                .uri("/api/reports.csv?view=staff&community=tieshan")
                .exchange()
                .expectStatus()
                .isForbidden();
        assertThat(text(intake().lead("tieshan"), "/api/reports.csv?view=staff&community=tieshan"))
                .contains("number");
    }

    @Test
    void statisticsCountEachFactOnce() {
        try (Intake counted = Intake.start()) {
            String id = counted.idOfSubmitted(counted.observer("observer-1"), body("dark"));
            List<Fact> facts = List.of(
                    counted.facts().awaitOne("io.twingrid.report.submitted.v1", id),
                    Intake.golden("triage-service", "routed", id),
                    Intake.golden("triage-service", "verified", id),
                    Intake.golden("report-intake", "supported", id),
                    Intake.golden("triage-service", "resolved", id),
                    Intake.golden("report-intake", "feedback-given", id));
            facts.forEach(counted.facts()::sendTwice);
            facts.forEach(counted.facts()::sendTwice);
            counted.facts().send(Intake.golden("triage-service", "closed", id));
            counted.awaitStatus(id, "closed");
            JsonNode area = Awaitility.await()
                    .until(
                            () -> counted.read(counted.anybody(), "/api/statistics?by=area&" + Intake.days())
                                    .required("items"),
                            items -> items.size() == 1
                                    && items.get(0).required("counts").has("closed"))
                    .get(0);
            assertThat(area.required("key").asString()).isEqualTo("tieshan");
            for (String what :
                    List.of("routed", "verified", "supported", "resolved", "feedback-given", "solved", "closed")) {
                assertThat(area.required("counts").required(what).asLong())
                        .as(what)
                        .isEqualTo(1);
            }
            JsonNode channel = counted.read(counted.anybody(), "/api/statistics?by=channel&" + Intake.days())
                    .required("items")
                    .get(0);
            assertThat(channel.required("key").asString()).isEqualTo("api");
            assertThat(channel.required("counts").required("submitted").asLong())
                    .isEqualTo(1);
            assertThat(channel.required("satisfactionRate").asDouble()).isEqualTo(1);
            Intake.expectProblem(
                    counted.anybody().get().uri("/api/statistics?by=person").exchange(), 400, "by");
            Intake.expectProblem(
                    counted.anybody()
                            .get()
                            .uri("/api/statistics?from=2020-01-01&to=2026-01-01")
                            .exchange(),
                    400,
                    "from");
        }
    }

    @Test
    void tooMuchIsAnsweredWithTheTimeToComeBack() {
        try (Intake strict = Intake.start("INTAKE_LIMIT_EXEMPT=", "INTAKE_LIMIT_PERSON=3", "INTAKE_LIMIT_ADDRESS=2")) {
            for (int i = 0; i < 3; i++) {
                strict.submitted(strict.observer("observer-1"), body("dark"));
            }
            strict.submit(strict.observer("observer-1"), body("dark"), null)
                    .expectStatus()
                    .isEqualTo(429)
                    .expectHeader()
                    .exists("Retry-After")
                    .expectHeader()
                    .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
            strict.submitted(strict.observer("observer-2"), body("dark"));
            for (String address : List.of("192.0.2.1", "192.0.2.1", "192.0.2.2")) {
                strict.submitted(from(strict, address), body("dark"));
            }
            strict.submit(from(strict, "198.51.100.9, 192.0.2.1"), body("dark"), null)
                    .expectStatus()
                    .isEqualTo(429);
            strict.read(strict.observer("observer-1"), "/api/reports");
        }
    }

    @Test
    void nobodyButOurOwnFrontDoorsIsBelievedWhenHeSaysWhoAsks() {
        try (Intake strict = Intake.start(
                "INTAKE_LIMIT_EXEMPT=",
                "INTAKE_LIMIT_ADDRESS=1",
                "GATEWAY_NETWORKS=192.0.2.0/24",
                "GATEWAY_HEADER=Forwarded")) {
            strict.submitted(by(strict, "for=203.0.113.1"), body("dark"));
            strict.submit(by(strict, "for=203.0.113.2"), body("dark"), null)
                    .expectStatus()
                    .isEqualTo(429);
        }
    }

    private static WebTestClient by(Intake intake, String forwarded) {
        return intake.anybody().mutate().defaultHeader("Forwarded", forwarded).build();
    }

    private static WebTestClient from(Intake intake, String forwarded) {
        return intake.anybody()
                .mutate()
                .defaultHeader("X-Forwarded-For", forwarded)
                .build();
    }

    private static WebTestClient.ResponseSpec decide(WebTestClient client, String id, String decision) {
        return intake().post(client, "/api/reports/" + id + "/visibility", Map.of("decision", decision));
    }

    private static String text(WebTestClient client, String uri) {
        byte[] body =
                client.get().uri(uri).exchange().expectBody().returnResult().getResponseBody();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    private static Intake intake() {
        return Objects.requireNonNull(intake);
    }
}
