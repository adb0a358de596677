package io.twingrid.triage;

import static io.twingrid.triage.TriageTown.INTAKES;
import static io.twingrid.triage.TriageTown.OURS;
import static io.twingrid.triage.TriageTown.STREETS;
import static io.twingrid.triage.TriageTown.another;
import static io.twingrid.triage.TriageTown.example;
import static io.twingrid.triage.TriageTown.move;
import static io.twingrid.triage.TriageTown.stateOf;
import static io.twingrid.triage.TriageTown.verbs;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.GoldenFact;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** The way of a report through the community, from topic to topic. */
class TriagePathTest {
    private static final String WITH_PHOTO = "{\"photos\":[\"photo-1\"]}";
    private static final TriageTown town = TriageTown.start();

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void theCommunitySettlesAReportAndEachStepIsToldAsTheContractHasIt() {
        String id = town.submit("{\"photos\":[\"photo-1\"],\"location\":{\"lat\":24.6135,\"lon\":118.0012}}");
        move(town.gridWorker("tieshan"), id, "verify", "{}");
        move(town.lead("tieshan"), id, "assign", "{\"handler\":\"grid-tieshan\"}");
        move(town.gridWorker("tieshan"), id, "note", "{\"text\":\"已联系电工\",\"public\":true}");
        move(town.gridWorker("tieshan"), id, "resolve", "{\"note\":\"已更换灯泡\",\"photos\":[\"photo-2\"]}");
        JsonNode closed = move(town.lead("tieshan"), id, "close", "{}");

        assertThat(stateOf(closed)).isEqualTo("closed");
        assertThat(verbs(closed)).containsExactly("route", "verify", "assign", "note", "resolve", "close");
        for (String name : List.of("routed", "verified", "assigned", "noted", "resolved", "closed")) {
            assertWritten(name, id);
        }
        assertThat(town.facts().all(id)).as("each fact once, beside the report").hasSize(7);
    }

    @Test
    void aCaseThatTakesLongerIsHeldExtendedReworkedReopenedAndInvalidatedAsTheContractHasIt() {
        String id = town.submit("{}");
        WebTestClient lead = town.lead("tieshan");
        WebTestClient worker = town.gridWorker("tieshan");
        move(lead, id, "transfer", "{\"community\":\"shenqing\",\"reason\":\"在深青\"}");
        move(town.lead("shenqing"), id, "transfer", "{\"community\":\"tieshan\",\"reason\":\"不是\"}");
        move(worker, id, "verify", "{}");
        move(lead, id, "assign", "{\"handler\":\"grid-tieshan\"}");
        move(lead, id, "hold", "{\"reason\":\"等灯具\",\"reviewOn\":\"" + inDays(20) + "\"}");
        move(lead, id, "resume", "{}");
        move(worker, id, "extend", "{\"reason\":\"等车\",\"until\":\"" + inDays(30) + "\"}");
        move(lead, id, "decline-extension", "{\"reason\":\"不必\"}");
        move(worker, id, "extend", "{\"reason\":\"等车\",\"until\":\"" + inDays(31) + "\"}");
        move(lead, id, "approve-extension", "{}");
        move(worker, id, "resolve", "{\"note\":\"已更换\"}");
        move(worker, id, "rework", "{\"reason\":\"只修好一盏\"}");
        move(worker, id, "resolve", "{\"note\":\"都修好了\"}");
        move(worker, id, "check", "{\"note\":\"亮了\"}");
        move(lead, id, "reopen", "{\"reason\":\"又坏了\"}");
        move(worker, id, "resolve", "{\"note\":\"换线\"}");
        JsonNode rejected = move(lead, id, "invalidate", "{\"reason\":\"并未损坏\"}");

        assertThat(stateOf(rejected)).isEqualTo("rejected");
        for (String name : List.of(
                "transferred",
                "held",
                "resumed",
                "extension-requested",
                "extension-declined",
                "extended",
                "rework-requested",
                "reopened",
                "invalidated")) {
            assertWritten(name, id);
        }
    }

    @Test
    void aMergedReportIsToldToBothKeepsTheEarlierCaseAndCanBeTakenApart() {
        String place = "\"location\":{\"lat\":24.6113,\"lon\":118.0046}";
        String earlier = town.submit("{" + place + ",\"at\":\"" + inDays(-1) + "\"}");
        Fact report = TriageTown.submitted("{" + place + ",\"photos\":[\"photo-7\"]}");
        town.facts().send(report);
        String later = report.subject();
        town.facts().awaitOne("io.twingrid.report.routed.v1", later);
        town.facts().send(example(INTAKES.resolve("report-supported.json"), later));
        town.awaitHandled("io.twingrid.report.supported.v1", "changed", 1);

        WebTestClient lead = town.lead("tieshan");
        JsonNode offered = TriageTown.json(lead.get()
                .uri("/api/cases/{id}/duplicates", later)
                .exchange()
                .expectStatus()
                .isOk());
        assertThat(offered.values())
                .filteredOn(one -> one.required("id").asString().equals(earlier))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.required("metres").asInt()).isZero();
                    assertThat(one.required("hoursEarlier").asInt()).isBetween(23, 25);
                });
        TriageTown.problem(TriageTown.ask(lead, earlier, "merge", "{\"into\":\"" + later + "\"}"), HttpStatus.CONFLICT);
        assertThat(stateOf(move(lead, later, "merge", "{\"into\":\"" + earlier + "\"}")))
                .isEqualTo("merged");
        assertWritten("merged", later);
        assertWritten("joined", earlier);
        JsonNode kept = town.awaitLine(earlier, "join");
        assertThat(kept.required("supporters").asInt()).isEqualTo(1);
        assertThat(kept.required("joined").toString()).contains(later, "photo-7");

        deliverAgainAboutAnother(town.facts().awaitOne("io.twingrid.report.merged.v1", later));

        move(lead, later, "unmerge", "{}");
        assertWritten("unmerged", later);
        assertWritten("parted", earlier);
        assertThat(town.awaitLine(earlier, "part").required("joined").isEmpty()).isTrue();
    }

    private static void deliverAgainAboutAnother(Fact fact) {
        double unchanged = town.handled(fact.type(), "unchanged");
        town.facts().sendTwice(fact);
        town.awaitHandled(fact.type(), "unchanged", unchanged + 2);
    }

    private static String inDays(int days) {
        return Instant.now().plus(Duration.ofDays(days)).toString();
    }

    @Test
    void whatTheCommunityCannotSettleGoesUpAndItsCaseFollowsTheStreet() {
        String id = town.submit(WITH_PHOTO);
        move(town.lead("tieshan"), id, "verify", "{}");
        move(town.lead("tieshan"), id, "escalate", "{\"note\":\"线路归供电部门\"}");
        assertWritten("escalated", id);

        town.facts().send(example(STREETS.resolve("report-dispatched.json"), id));
        JsonNode dispatched = town.awaitLine(id, "dispatch");
        assertThat(stateOf(dispatched)).isEqualTo("escalated");

        town.facts().send(example(STREETS.resolve("report-resolved.json"), id));
        JsonNode resolved = town.awaitState(id, "resolved");
        assertThat(resolved.required("resolution").required("level").asString()).isEqualTo("STREET");

        Fact notSolved =
                GoldenFact.with(example(INTAKES.resolve("report-feedback-given.json"), id), "{\"resolved\":false}");
        town.facts().send(notSolved);
        town.awaitState(id, "escalated");
        assertWritten("reopened", id);

        Fact returned = example(STREETS.resolve("report-returned.json"), id);
        town.facts().send(returned);
        assertThat(town.awaitState(id, "verified").required("allowed").values())
                .extracting(JsonNode::asString)
                .contains("assign", "resolve");
    }

    @Test
    void aReportThatIsNotTakenOnEndsWithAReasonThatTheReporterCanRead() {
        String id = town.submit("{}");
        JsonNode rejected = move(town.lead("tieshan"), id, "reject", "{\"reason\":\"NOT_FOUND\",\"note\":\"路灯正常\"}");
        assertThat(stateOf(rejected)).isEqualTo("rejected");
        assertWritten("rejected", id);
    }

    @Test
    void aMatterOfTheStreetIsRoutedAndGoesUpByItself() {
        String id = town.submit("{\"category\":\"09012\"}");
        Fact escalated = town.facts().awaitOne("io.twingrid.report.escalated.v1", id);
        assertThat(escalated.data()).contains("\"cause\":\"CATEGORY\"", "\"by\":\"system\"");
        assertThat(stateOf(town.read(id))).isEqualTo("escalated");
    }

    @Test
    void whatWasHandledOnTheSpotIsVerifiedAndResolvedInOneStep() {
        String id = town.submit("{\"handledOnSpot\":true,\"category\":\"09994\"}");
        long routed = town.read(id).required("version").asLong();
        JsonNode resolved = move(town.gridWorker("tieshan"), id, "verify", "{}");
        assertThat(stateOf(resolved)).isEqualTo("resolved");
        assertThat(resolved.required("version").asLong()).isEqualTo(routed + 1);
        town.facts().awaitOne("io.twingrid.report.verified.v1", id);
        Fact fact = town.facts().awaitOne("io.twingrid.report.resolved.v1", id);
        assertThat(fact.data()).contains("\"handledOnSpot\":true", "\"level\":\"COMMUNITY\"");
    }

    @Test
    void aReportFromOutsideTheTownGoesToTheFallbackAndOneOfAnUnknownCategoryIsNotLost() {
        String id = town.submit("{\"location\":{\"lat\":39.9,\"lon\":116.4},\"category\":\"77777\"}");
        JsonNode theCase = town.read(id);
        assertThat(theCase.required("area").required("grid").asString()).isEqualTo("tieshan-01");
        assertThat(theCase.required("priority").asString()).isEqualTo("NORMAL");
    }

    @Test
    void anAnonymousReportWithoutPhotosOrAddressIsACaseAsWell() {
        String id = town.submit("{\"reporter\":null,\"photos\":null,\"address\":null}");
        assertThat(town.read(id).has("reporter")).isFalse();
    }

    @Test
    void everyFactThatIsReadChangesNothingWhenItComesAgain() {
        String id = town.submit("{\"category\":\"09012\"}");
        Fact submitted = town.facts().awaitOne("io.twingrid.report.submitted.v1", id);
        deliverAgain(submitted);
        deliver(example(STREETS.resolve("report-dispatched.json"), id), "escalated");
        deliver(example(STREETS.resolve("report-resolved.json"), id), "resolved");
        Fact solved = example(INTAKES.resolve("report-feedback-given.json"), id);
        deliver(solved, "resolved");
        deliver(GoldenFact.with(another(solved), "{\"resolved\":false}"), "escalated");
        deliver(example(STREETS.resolve("report-returned.json"), id), "verified");

        assertThat(verbs(town.read(id)))
                .containsExactly("route", "escalate", "dispatch", "resolve", "feedback", "reopen", "return");
        assertThat(town.facts().all(id))
                .filteredOn(fact -> fact.source().equals("/triage-service"))
                .extracting(Fact::type)
                .containsExactly(
                        "io.twingrid.report.routed.v1",
                        "io.twingrid.report.escalated.v1",
                        "io.twingrid.report.reopened.v1");
    }

    @Test
    void onlyTheBadRecordIsParked() {
        Fact good = TriageTown.submitted("{}");
        double cases = town.handled(good.type(), "changed");
        town.facts().raw(good.subject(), Map.of("ce_type", good.type()), "{}".getBytes(UTF_8));
        town.facts().send(GoldenFact.with(good, "{\"number\":null}"));
        town.facts().send(GoldenFact.with(good, "{\"location\":{\"lat\":124.6,\"lon\":118}}"));
        town.facts().send(good);

        town.awaitHandled(good.type(), "changed", cases + 1);
        assertThat(stateOf(town.read(good.subject()))).isEqualTo("routed");
        assertThat(town.facts().parked("triage-service").awaitRecords(3))
                .extracting(record ->
                        new String(record.headers().lastHeader("parked-cause").value(), UTF_8))
                .anySatisfy(cause -> assertThat(cause).contains("ce_specversion"))
                .anySatisfy(cause -> assertThat(cause).contains("number is missing"))
                .anySatisfy(cause -> assertThat(cause).contains("not a place on the globe"));
    }

    @Test
    void newsAboutAReportThatNobodyHasIsPassedOver() {
        Fact stray = example(STREETS.resolve("report-returned.json"), "nobody-has-this");
        town.facts().send(stray);
        Fact merged = example(OURS.resolve("report-merged.json"), "nobody-has-this");
        double passedOver = town.handled(merged.type(), "handled");
        town.facts().send(GoldenFact.with(merged, "{\"into\":\"nor-this\"}"));
        town.awaitHandled(merged.type(), "handled", passedOver + 1);
        Fact behind = GoldenFact.about(TriageTown.submitted("{}"), "reportId", "nobody-has-this");
        town.facts().send(behind);
        town.facts().awaitOne("io.twingrid.report.routed.v1", "nobody-has-this");
        assertThat(verbs(town.read("nobody-has-this"))).containsExactly("route");
    }

    private static void deliver(Fact fact, String state) {
        double changed = town.handled(fact.type(), "changed");
        town.facts().send(fact);
        town.awaitHandled(fact.type(), "changed", changed + 1);
        assertThat(stateOf(town.read(fact.subject()))).as(fact.type()).isEqualTo(state);
        deliverAgain(fact);
    }

    /** Delivers a fact that was delivered twice more: as it is, and as a later writer may state it. */
    private static void deliverAgain(Fact fact) {
        JsonNode once = town.read(fact.subject());
        double unchanged = town.handled(fact.type(), "unchanged");
        town.facts().send(fact);
        town.facts().send(GoldenFact.withUnknownField(fact));
        town.awaitHandled(fact.type(), "unchanged", unchanged + 2);
        assertThat(town.read(fact.subject())).as(fact.type() + " again").isEqualTo(once);
    }

    private static void assertWritten(String name, String id) {
        GoldenFact.assertWritten(
                OURS.resolve("report-" + name + ".json"),
                town.facts().awaitOne("io.twingrid.report." + name + ".v1", id));
    }
}
