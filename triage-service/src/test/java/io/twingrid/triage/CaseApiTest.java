package io.twingrid.triage;

import static io.twingrid.triage.TriageTown.INTAKES;
import static io.twingrid.triage.TriageTown.OURS;
import static io.twingrid.triage.TriageTown.another;
import static io.twingrid.triage.TriageTown.ask;
import static io.twingrid.triage.TriageTown.example;
import static io.twingrid.triage.TriageTown.json;
import static io.twingrid.triage.TriageTown.move;
import static io.twingrid.triage.TriageTown.problem;
import static io.twingrid.triage.TriageTown.stateOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.GoldenFact;
import io.twingrid.chassis.testkit.TestIssuer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** What staff meet over HTTP: cases, verbs, refusals. */
class CaseApiTest {
    private static final TriageTown town =
            TriageTown.start("triage.most-history=4", "triage.most-supporters=3", "triage.duplicates.candidates=2");

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void aCaseIsAnsweredWithItsVersionAndWhatTheCallerMayDoNext() {
        String id = town.submit("{\"at\":\"2099-11-22T08:30:00Z\"}");
        JsonNode theCase = json(town.gridWorker("tieshan")
                .get()
                .uri("/api/cases/{id}", id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"1\""));
        assertThat(theCase.required("id").asString()).isEqualTo(id);
        assertThat(theCase.required("state").asString()).isEqualTo("routed");
        assertThat(theCase.required("area").toString())
                .isEqualTo("{\"street\":\"guankou\",\"community\":\"tieshan\",\"grid\":\"tieshan-01\"}");
        assertThat(words(theCase.required("allowed"))).containsExactly("verify", "note");
        assertThat(theCase.required("submittedAt").asString()).isEqualTo("2099-11-22T08:30:00Z");
        assertThat(theCase.required("verifyBy").asString())
                .as("a Sunday evening; four working hours later it is Monday's noon")
                .startsWith("2099-11-23T0");
        assertThat(theCase.required("light").asString()).isEqualTo("green");
        assertThat(theCase.required("reporter").required("id").asString()).isEqualTo("observer-1");
    }

    @Test
    void aMoveThatIsNotPossibleIsRefusedWithTheVerbsThatAre() {
        String id = town.submit("{}");
        JsonNode early =
                problem(ask(town.lead("tieshan"), id, "assign", "{\"handler\":\"wang\"}"), HttpStatus.CONFLICT);
        assertThat(early.required("type").asString()).endsWith("/move-not-allowed");
        assertThat(words(early.required("allowed"))).containsExactly("verify", "reject", "merge", "transfer", "note");

        JsonNode notHis = problem(
                ask(town.gridWorker("tieshan"), id, "reject", "{\"reason\":\"MALICIOUS\"}"), HttpStatus.CONFLICT);
        assertThat(words(notHis.required("allowed"))).containsExactly("verify", "note");
    }

    @Test
    void askingAgainForWhatIsSoIsAnsweredCalmly() {
        String id = town.submit("{}");
        JsonNode first = move(town.lead("tieshan"), id, "verify", "{}");
        assertThat(move(town.lead("tieshan"), id, "verify", "{}")).isEqualTo(first);
    }

    @Test
    void aVerbWithNothingToSayNeedsNoBody() {
        String id = town.submit("{}");
        town.lead("tieshan")
                .post()
                .uri("/api/cases/{id}/verify", id)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void whoSawAnOlderVersionIsToldSo() {
        String id = town.submit("{}");
        move(town.lead("tieshan"), id, "verify", "{}");
        JsonNode stale = problem(ifMatch("\"1\"", id, "note", "{\"text\":\"x\"}"), HttpStatus.PRECONDITION_FAILED);
        assertThat(stale.required("version").asLong()).isEqualTo(2);
        ifMatch("\"2\"", id, "note", "{\"text\":\"x\"}").expectStatus().isOk();
        JsonNode wrong = problem(ifMatch("two", id, "note", "{\"text\":\"x\"}"), HttpStatus.BAD_REQUEST);
        assertThat(fieldsOf(wrong)).containsExactly("If-Match");
    }

    @Test
    void ofTwoWhoActAtOnceOneWinsAndTheOtherIsToldSo() {
        String id = town.submit("{}");
        WebTestClient lead = town.lead("tieshan");
        List<Integer> answers = Flux.range(1, 8)
                .flatMap(
                        i -> Flux.just(i).publishOn(Schedulers.boundedElastic()).map(n -> ifMatch(
                                        lead, "\"1\"", id, "note", "{\"text\":\"note " + n + "\"}")
                                .expectBody()
                                .returnResult()
                                .getStatus()
                                .value()))
                .collectList()
                .block();
        assertThat(answers).containsOnlyOnce(200);
        assertThat(answers).filteredOn(status -> status != 200).hasSize(7).containsOnly(412);
        assertThat(town.read(id).required("version").asLong()).isEqualTo(2);
    }

    @Test
    void anotherCommunitysCaseIsNotThere() {
        String id = town.submit("{}");
        WebTestClient stranger = town.lead("shenqing");
        problem(stranger.get().uri("/api/cases/{id}", id).exchange(), HttpStatus.NOT_FOUND);
        problem(ask(stranger, id, "verify", "{}"), HttpStatus.NOT_FOUND);
        problem(ask(town.lead("tieshan"), "no-such-case", "verify", "{}"), HttpStatus.NOT_FOUND);
        assertThat(stateOf(town.read(id))).isEqualTo("routed");
    }

    @Test
    void theStreetsCoordinatorSeesAndDoesNothing() {
        String id = town.submit("{}");
        JsonNode seen = json(town.coordinator()
                .get()
                .uri("/api/cases/{id}", id)
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(words(seen.required("allowed"))).isEmpty();
        problem(ask(town.coordinator(), id, "verify", "{}"), HttpStatus.CONFLICT);
    }

    @Test
    void whoIsNotStaffIsTurnedAway() {
        String id = town.submit("{}");
        WebTestClient observer = town.service().as("observer-1", List.of("observer"), List.of("tieshan"), null);
        problem(observer.get().uri("/api/cases").exchange(), HttpStatus.FORBIDDEN);
        problem(observer.get().uri("/api/cases/{id}", id).exchange(), HttpStatus.FORBIDDEN);
        problem(ask(observer, id, "verify", "{}"), HttpStatus.FORBIDDEN);
        problem(town.service().client().get().uri("/api/cases").exchange(), HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        String foreign = TestIssuer.start().token("lead-tieshan", List.of("community-lead"), List.of("tieshan"), null);
        JsonNode refused = problem(
                town.service().withToken(foreign).get().uri("/api/cases").exchange(), HttpStatus.UNAUTHORIZED);
        assertThat(fieldsOf(refused)).containsExactly("Authorization");
    }

    @Test
    void badInputIsAnsweredWithTheFieldsAndChangesNothing() {
        String id = town.submit("{}");
        expectFields(id, "note", "{\"text\":", "body");
        expectFields(id, "note", "{\"txt\":\"x\"}", "txt");
        expectFields(id, "note", "{\"text\":\"  \"}", "text");
        expectFields(id, "note", "{\"text\":\"" + "x".repeat(2001) + "\"}", "text");
        expectFields(id, "reject", "{\"reason\":\"BORING\"}", "reason");
        expectFields(id, "reject", "{\"reason\":\"OTHER\"}", "note");
        expectFields(id, "reject", "{}", "reason");
        expectFields(id, "assign", "{\"handler\":null}", "handler");
        expectFields(id, "assign", "{\"handler\":\"" + "x".repeat(129) + "\"}", "handler");
        expectFields(id, "resolve", "{\"photos\":[\"../etc\"]}", "note", "photos");
        expectFields(id, "resolve", "{\"note\":\"x\",\"photos\":" + tenPhotos() + "}", "photos");
        expectFields(id, "escalate", "{\"cause\":\"CANNOT_SOLVE\"}", "note");
        expectFields(id, "verify", "{\"note\":\"x\"}", "note");
        expectFields(id, "merge", "{}", "into");
        expectFields(id, "transfer", "{\"community\":\"shenqing\"}", "reason");
        expectFields(id, "hold", "{\"reason\":\"x\"}", "reviewOn");
        expectFields(id, "hold", "{\"reason\":\"x\",\"reviewOn\":\"soon\"}", "reviewOn");
        expectFields(id, "hold", "{\"reason\":\"x\",\"reviewOn\":\"2999-01-01T00:00:00Z\"}", "reviewOn");
        expectFields(id, "extend", "{\"until\":\"2999-01-01T00:00:00Z\"}", "until", "reason");
        expectFields(id, "rework", "{}", "reason");
        problem(
                ask(town.lead("tieshan"), id, "note", "{\"text\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}"),
                HttpStatus.CONTENT_TOO_LARGE);
        problem(ask(town.lead("tieshan"), id, "promote", "{}"), HttpStatus.NOT_FOUND);
        assertThat(town.read(id).required("version").asLong()).isEqualTo(1);
        assertThat(town.facts().all(id)).hasSize(2);
    }

    @Test
    void aLongHistoryTakesOnlyWhatMovesTheCase() {
        String id = town.submit("{}");
        for (int i = 0; i < 3; i++) {
            move(town.lead("tieshan"), id, "note", "{\"text\":\"note " + i + "\"}");
        }
        JsonNode full = problem(ask(town.lead("tieshan"), id, "note", "{\"text\":\"x\"}"), HttpStatus.CONFLICT);
        assertThat(full.required("detail").asString()).contains("history is full");
        assertThat(stateOf(move(town.lead("tieshan"), id, "verify", "{}"))).isEqualTo("verified");
    }

    @Test
    void aMergerIsRefusedWhereMorePeopleWouldSupportTheCaseThanItTakesAndOnceDoneItArrives() {
        String earlier = supportedBy(town.submit("{}"), "wang", "li");
        String later = supportedBy(town.submit("{}"), "li", "zhao", "qian");
        String merge = "{\"into\":\"" + earlier + "\"}";
        JsonNode tooMany = problem(ask(town.lead("tieshan"), later, "merge", merge), HttpStatus.CONFLICT);
        assertThat(tooMany.required("detail").asString()).contains("people support");

        Fact meanwhile = example(OURS.resolve("report-merged.json"), later);
        town.facts()
                .send(GoldenFact.with(
                        meanwhile,
                        "{\"into\":\"" + earlier + "\",\"photos\":[\"photo-9\"],\"supporters\":[\"zhao\",\"qian\"]}"));
        JsonNode joined = town.awaitLine(earlier, "join");
        assertThat(joined.required("supporters").asInt()).isEqualTo(4);
        assertThat(joined.required("joined").toString()).contains(later, "photo-9");
    }

    @Test
    void whatIsNearIsNotCrowdedOutOfThePossibleDuplicatesByWhatIsNewerAndSomeStreetsAway() {
        String here = "{\"category\":\"01003\",\"location\":{\"lat\":24.6105,\"lon\":118.0010}}";
        String streetsAway = "{\"category\":\"01003\",\"location\":{\"lat\":24.6140,\"lon\":118.0045}}";
        String near = town.submit(here);
        town.submit(streetsAway);
        town.submit(streetsAway);
        JsonNode offered = json(town.admin()
                .get()
                .uri("/api/cases/{id}/duplicates", town.submit(here))
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(offered.values())
                .extracting(one -> one.required("id").asString())
                .containsExactly(near);
    }

    private static String supportedBy(String id, String... people) {
        for (String by : people) {
            town.facts()
                    .send(another(GoldenFact.with(
                            example(INTAKES.resolve("report-supported.json"), id), "{\"by\":\"" + by + "\"}")));
        }
        Awaitility.await("all of them to support it")
                .atMost(Duration.ofSeconds(20))
                .until(() -> town.read(id).required("supporters").asInt() == people.length);
        return id;
    }

    @Test
    void badParametersOfTheListAreNamed() {
        for (String query : List.of(
                "state=lost",
                "light=blue",
                "olderThan=long",
                "olderThan=PT99999999999999999S",
                "olderThan=PT9999999999999999S",
                "text=--",
                "limit=0",
                "limit=101",
                "limit=many",
                "cursor=%25",
                "cursor=eA")) {
            JsonNode problem =
                    problem(town.admin().get().uri("/api/cases?" + query).exchange(), HttpStatus.BAD_REQUEST);
            assertThat(fieldsOf(problem)).containsExactly(query.substring(0, query.indexOf('=')));
        }
    }

    @Test
    void theListHasTheCallersAreasOnlyNewestFirstPageByPage() {
        List<String> submitted = new ArrayList<>();
        for (int minute = 10; minute < 15; minute++) {
            submitted.addFirst(town.submit("""
                    {"at":"2099-01-01T00:%d:00Z","location":{"lat":24.632,"lon":117.972}}""".formatted(minute)));
        }
        town.submit("{}");
        assertThat(pages(town.lead("shenqing"), "?limit=2")).isEqualTo(submitted);
        assertThat(pages(town.lead("shenqing"), "?limit=5&area=guankou")).isEqualTo(submitted);
        assertThat(pages(town.lead("shenqing"), "?area=tieshan")).isEmpty();
        assertThat(pages(town.coordinator(), "?limit=3&area=shenqing")).isEqualTo(submitted);
        assertThat(pages(town.admin(), "?limit=100")).containsAll(submitted).hasSizeGreaterThan(5);
        assertThat(pages(town.admin(), "?area=shenqing")).isEqualTo(submitted);

        move(town.lead("shenqing"), submitted.get(1), "verify", "{}");
        assertThat(pages(town.lead("shenqing"), "?state=verified")).containsExactly(submitted.get(1));
        assertThat(pages(town.lead("shenqing"), "?state=routed&limit=1")).hasSize(4);
        move(town.lead("shenqing"), submitted.get(1), "assign", "{\"handler\":\"wang\"}");
        assertThat(pages(town.lead("shenqing"), "?handler=wang")).containsExactly(submitted.get(1));
        assertThat(pages(town.lead("tieshan"), "?handler=wang")).isEmpty();
        assertThat(pages(town.lead("shenqing"), "?light=green&category=01037")).isEqualTo(submitted);
        assertThat(pages(town.lead("shenqing"), "?overdue=true")).isEmpty();
        assertThat(pages(town.lead("shenqing"), "?olderThan=PT1H")).isEmpty();
        assertThat(pages(town.lead("shenqing"), "?text=路灯&limit=2")).as("路灯").isEqualTo(submitted);
        assertThat(pages(town.lead("shenqing"), "?text=nonsense")).isEmpty();
    }

    private static List<String> pages(WebTestClient who, String query) {
        List<String> ids = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = json(who.get()
                    .uri("/api/cases" + query + next)
                    .exchange()
                    .expectStatus()
                    .isOk());
            page.required("items")
                    .values()
                    .forEach(item -> ids.add(item.required("id").asString()));
            next = page.has("next") ? "&cursor=" + page.required("next").asString() : null;
        }
        return ids;
    }

    private static void expectFields(String id, String verb, String body, String... fields) {
        JsonNode problem = problem(ask(town.lead("tieshan"), id, verb, body), HttpStatus.BAD_REQUEST);
        assertThat(fieldsOf(problem)).as(body).containsExactlyInAnyOrder(fields);
    }

    private static ResponseSpec ifMatch(String tag, String id, String verb, String body) {
        return ifMatch(town.lead("tieshan"), tag, id, verb, body);
    }

    private static ResponseSpec ifMatch(WebTestClient who, String tag, String id, String verb, String body) {
        return who.post()
                .uri("/api/cases/{id}/{verb}", id, verb)
                .header(HttpHeaders.IF_MATCH, tag)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static List<String> words(JsonNode array) {
        return array.values().stream().map(JsonNode::asString).toList();
    }

    private static List<String> fieldsOf(JsonNode problem) {
        return problem.required("errors").values().stream()
                .map(error -> error.required("field").asString())
                .toList();
    }

    private static String tenPhotos() {
        return "[" + String.join(",", Collections.nCopies(10, "\"photo\"")) + "]";
    }
}
