package io.twingrid.points;

import static io.twingrid.points.ReportFacts.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.FactTopic;
import io.twingrid.chassis.testkit.GoldenFact;
import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.points.TrackRecords.TrackRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** From application to certificate, over HTTP, and what is counted of an observer's reports. */
class ObserversApiTest {
    private static final String APPLICATION = """
            {"name":"邱<昌健","employer":"圆通速递","trade":"courier","roads":["铁山路"],"grids":["tieshan-01"]}""";
    private static final Path EXAMPLES = Path.of("contract/examples");

    private static RunningService service;
    private static Calls api;

    @BeforeAll
    static void start() {
        service = RunningService.start(PointsService.application());
        api = new Calls(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void somebodyAppliesLearnsAndIsAppointed() {
        String path = "/api/observers/qiu";
        WebTestClient qiu = api.observer("qiu");
        api.post(qiu, path + "/apply", APPLICATION, 200);
        api.post(api.staff(), path + "/appoint", "{}", 409);
        assertThat(api.post(qiu, path + "/training/grid", "{\"answers\":{\"who-verifies\":0}}", 200)
                        .path("passed")
                        .asBoolean())
                .isFalse();
        pass(qiu, path);
        api.post(qiu, path + "/appoint", "{}", 403);
        JsonNode appointed = api.post(api.staff(), path + "/appoint", "{}", 200);
        String credential = appointed.path("credential").asString();

        assertThat(credential).matches("20\\d\\d-[0-9A-Z]{8}");
        GoldenFact.assertWritten(EXAMPLES.resolve("points-appointed.json"), told("appointed", "qiu"));
        String certificate = page(qiu, path + "/certificate");
        assertThat(certificate).contains("聘书", "邱&lt;昌健", credential, "<svg").doesNotContain("<script", "邱<");
        assertThat(page(api.anybody(), "/api/observers/verify/" + credential))
                .contains("证件有效", "邱***")
                .doesNotContain("昌健");

        api.post(api.staff(), path + "/suspend", "{\"reason\":\"连续上报不实信息\"}", 200);
        GoldenFact.assertWritten(EXAMPLES.resolve("points-suspended.json"), told("suspended", "qiu"));
        assertThat(page(api.anybody(), "/api/observers/verify/" + credential)).contains("暂停");
        api.get(qiu, path + "/certificate", 404);
        api.post(api.staff(), path + "/appoint", "{}", 200);
        api.put(qiu, path + "/rides", "{\"roads\":[],\"grids\":[\"shenqing-01\"]}", 200);
        GoldenFact.assertWritten(EXAMPLES.resolve("points-moved.json"), told("moved", "qiu"));
        api.post(api.staff(), path + "/revoke", "{\"reason\":\"本人申请退出\"}", 200);
        GoldenFact.assertWritten(EXAMPLES.resolve("points-revoked.json"), told("revoked", "qiu"));
    }

    @Test
    void whoIsForgottenIsAPseudonymAndKeepsHisLedger() {
        String path = "/api/observers/lin";
        WebTestClient lin = api.observer("lin");
        api.post(lin, path + "/apply", APPLICATION, 200);
        pass(lin, path);
        String credential = api.post(api.staff(), path + "/appoint", "{}", 200)
                .path("credential")
                .asString();
        lin.delete().uri(path).exchange().expectStatus().isOk();

        assertThat(api.get(api.staff(), path, 200).toString()).doesNotContain("昌健", "圆通速递", "铁山路");
        assertThat(told("revoked", "lin").data()).contains("FORGOTTEN");
        assertThat(page(api.anybody(), "/api/observers/verify/" + credential)).doesNotContain("证件有效", "邱");
        assertThat(api.get(lin, "/api/points/lin", 200).path("balance").asInt()).isZero();
        lin.delete().uri(path).exchange().expectStatus().isOk();
        api.observer("qiu").delete().uri(path).exchange().expectStatus().isForbidden();
    }

    @Test
    void theTrainingDoesNotTellItsAnswers() {
        JsonNode training = api.get(api.observer("anybody"), "/api/observers/training", 200);

        assertThat(training).hasSize(3);
        assertThat(training.toString()).contains("choices").doesNotContain("\"answer\"");
    }

    @Test
    void nobodySeesOrChangesAnother() {
        api.post(api.observer("li"), "/api/observers/li/apply", APPLICATION, 200);

        api.get(api.observer("wang"), "/api/observers/li", 403);
        api.post(api.observer("wang"), "/api/observers/li/apply", APPLICATION, 403);
        api.put(api.observer("wang"), "/api/observers/li/standings", "{\"hidden\":true}", 403);
        api.get(api.observer("wang"), "/api/observers", 403);
        assertThat(api.get(api.staff(), "/api/observers?state=APPLIED", 200)
                        .path("items")
                        .toString())
                .contains("\"li\"");
        api.post(api.staff(), "/api/observers/li/decline", "{\"reason\":\"\"}", 400);
    }

    @Test
    void theTownsFirstObserversAreAppointedAlready() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        api.get(api.staff(), "/api/observers/observer-1", 200)
                                .path("observer")
                                .path("state")
                                .asString())
                .isEqualTo("ACTIVE"));
    }

    @Test
    void aStrangersCredentialIsNotFoundPolitely() {
        assertThat(page(api.anybody(), "/api/observers/verify/none")).contains("查无此证");
    }

    @Test
    void whatBecomesOfReportsIsCountedOnce() {
        FactTopic reports = service.facts("report-events");
        String observer = ReportFacts.someObserver();
        for (String report : List.of(observer + "-true", observer + "-false", observer + "-revoked")) {
            reports.sendTwice(GoldenFact.with(
                    about("../report-intake/contract/examples/report-submitted.json", report),
                    """
                    {"reporter":{"id":"%s","observer":true},"handledOnSpot":true}""".formatted(observer)));
            reports.sendTwice(about("../triage-service/contract/examples/report-routed.json", report));
        }
        reports.sendTwice(about("../triage-service/contract/examples/report-verified.json", observer + "-true"));
        reports.sendTwice(resolved(observer + "-true", observer));
        reports.sendTwice(about("../triage-service/contract/examples/report-rejected.json", observer + "-false"));
        reports.sendTwice(resolved(observer + "-revoked", observer));
        reports.sendTwice(ReportFacts.invalidated(observer + "-revoked"));

        reports.sendTwice(ReportFacts.step(observer + "-false", "merged"));
        reports.sendTwice(ReportFacts.step(observer + "-true", "merged"));
        reports.sendTwice(ReportFacts.step(observer + "-true", "unmerged"));

        TrackRecord expected = new TrackRecord(3, 1, 2, 1, 2, 3, 0, 1.0 / 3);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        service.bean(TrackRecords.class).of(observer).block())
                .isEqualTo(expected));
        assertThat(service.bean(Ledger.class).history(observer).blockFirst())
                .extracting(entry -> entry.about().area())
                .isEqualTo("tieshan");
    }

    private static Fact about(String example, String report) {
        return GoldenFact.withUnknownField(GoldenFact.about(GoldenFact.read(Path.of(example)), "reportId", report));
    }

    private static void pass(WebTestClient observer, String path) {
        String answers = """
                {"answers":{"who-verifies":1,"who-settles":0,"fire":1,"riding":0,"argue":1,"privacy":1}}""";
        for (String module : List.of("grid", "reporting", "courtesy")) {
            assertThat(api.post(observer, path + "/training/" + module, answers, 200)
                            .path("passed")
                            .asBoolean())
                    .isTrue();
        }
    }

    private static Fact told(String name, String observer) {
        return service.facts("points-events").awaitOne("io.twingrid.points." + name + ".v1", observer);
    }

    private static String page(WebTestClient client, String path) {
        return String.valueOf(client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/html;charset=UTF-8")
                .expectHeader()
                .valueMatches("Content-Security-Policy", "default-src 'none'; style-src 'sha256-.+")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
