package io.twingrid.points;

import static io.twingrid.points.ReportFacts.invalidated;
import static io.twingrid.points.ReportFacts.resolved;
import static io.twingrid.points.ReportFacts.someObserver;
import static io.twingrid.points.ReportFacts.someReport;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.FactTopic;
import io.twingrid.chassis.testkit.GoldenFact;
import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.points.domain.Account;
import io.twingrid.points.domain.LedgerEntry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From topic to topic: facts about reports in, facts about points out. */
class PointsFactsTest {
    private static final String CREDITED = "io.twingrid.points.credited.v1";
    private static final String REVERSED = "io.twingrid.points.reversed.v1";

    private static RunningService service;
    private static FactTopic reports;
    private static FactTopic points;

    @BeforeAll
    static void start() {
        service = RunningService.start(PointsService.application());
        reports = service.facts("report-events");
        points = service.facts("points-events");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aResolvedReportIsCreditedByTheCatalogueAndTold() {
        String report = someReport();
        String observer = someObserver();

        reports.send(resolved(report, observer));

        JsonNode told = data(points.awaitOne(CREDITED, observer));
        assertThat(told.path("amount").asInt()).isEqualTo(8);
        assertThat(told.path("balance").asInt()).isEqualTo(8);
        assertThat(told.path("cause").asString()).isEqualTo("resolved:" + report);
        assertThat(entriesOf(observer)).extracting(LedgerEntry::at).containsExactly(ReportFacts.AT_NOON);
    }

    @Test
    void eachFactDeliveredTwiceChangesNothing() {
        String report = someReport();
        String observer = someObserver();

        reports.sendTwice(resolved(report, observer));
        reports.sendTwice(invalidated(report));
        reports.sendTwice(resolved(report, observer));
        awaitAllBefore(report);

        assertThat(entriesOf(observer)).extracting(LedgerEntry::amount).containsExactly(-8L, 8L);
        assertThat(account(observer))
                .extracting(Account::entries, Account::balance)
                .containsExactly(2L, 0L);
        points.awaitOne(REVERSED, observer);
        assertThat(points.all(observer)).extracting(Fact::id).doesNotHaveDuplicates();
    }

    @Test
    void anInvalidatedReportLosesWhatItHadEarned() {
        String report = someReport();
        String observer = someObserver();

        reports.send(resolved(report, observer));
        reports.send(invalidated(report));

        JsonNode told = data(points.awaitOne(REVERSED, observer));
        assertThat(told.path("amount").asInt()).isEqualTo(-8);
        assertThat(told.path("balance").asInt()).isZero();
        assertThat(told.path("corrects").asInt()).isEqualTo(1);
    }

    @Test
    void nobodyIsCreditedForAnAnonymousReport() {
        String report = someReport();
        long before = entriesInAll();

        reports.send(resolved(report, "01037", null));
        reports.send(invalidated(report));
        awaitAllBefore(report);

        assertThat(entriesInAll() - before).as("the marker's entry alone").isEqualTo(1);
    }

    @Test
    void aReporterWhoIsNoObserverIsNotCredited() {
        String report = someReport();
        String citizen = someObserver();

        reports.send(resolved(report, "01037", """
                {"id":"%s","observer":false}""".formatted(citizen)));
        awaitAllBefore(report);

        assertThat(account(citizen)).isEqualTo(Account.empty(citizen));
    }

    @Test
    void nobodyIsCreditedForWhatHeSettledHimself() {
        String report = someReport();
        String worker = someObserver();

        reports.send(GoldenFact.with(resolved(report, worker), """
                {"by":"%s"}""".formatted(worker)));
        awaitAllBefore(report);

        assertThat(account(worker)).isEqualTo(Account.empty(worker));
    }

    @Test
    void onlyTheBadRecordIsParkedWithItsCause() {
        String report = someReport();
        String observer = someObserver();
        Fact good = resolved(report, observer);

        reports.raw(report, headers(good), "{\"reportId\":".getBytes(UTF_8));
        reports.raw(report, headers(good), """
                {"reportId":"%s","at":"2026-11-22T04:00:00Z","by":"lead-tieshan","priority":"NORMAL","handledOnSpot":false}""".formatted(report).getBytes(UTF_8));
        reports.send(good);

        points.awaitOne(CREDITED, observer);
        assertThat(parked(report, 2))
                .satisfiesExactly(cause -> assertThat(cause).contains("end-of-input"), cause -> assertThat(cause)
                        .contains("category is missing"));
    }

    @Test
    void aReportOfAnUnknownCategoryIsParkedUntilTheCatalogueIsMended() {
        String report = someReport();
        String observer = someObserver();

        reports.send(resolved(report, "99000", """
                {"id":"%s","observer":true}""".formatted(observer)));

        assertThat(parked(report, 1)).singleElement().asString().contains("category 99000 is not in the catalogue");
        assertThat(account(observer)).isEqualTo(Account.empty(observer));
    }

    /** Waits until every record that was sent under a report's key before has been handled. */
    private static void awaitAllBefore(String report) {
        String marker = someObserver();
        Fact other = resolved(someReport(), marker);
        reports.raw(report, headers(other), other.data().getBytes(UTF_8));
        points.awaitOne(CREDITED, marker);
    }

    private static Map<String, String> headers(Fact fact) {
        return Map.of(
                "ce_specversion", "1.0",
                "ce_id", fact.id(),
                "ce_type", fact.type(),
                "ce_source", fact.source(),
                "ce_subject", fact.subject(),
                "ce_time", fact.time().toString());
    }

    private static List<String> parked(String report, int count) {
        FactTopic parking = reports.parked("points-service");
        return Awaitility.await(count + " parked records of " + report)
                .atMost(Duration.ofSeconds(20))
                .until(() -> causes(parking, report), causes -> causes.size() == count);
    }

    private static List<String> causes(FactTopic parking, String report) {
        return parking.records().stream()
                .filter(record -> report.equals(record.key()))
                .map(PointsFactsTest::causeOf)
                .toList();
    }

    private static String causeOf(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("parked-cause").value(), UTF_8);
    }

    private static long entriesInAll() {
        return points.all().stream()
                .filter(ReportFacts::isOfAnEntry)
                .map(Fact::id)
                .distinct()
                .count();
    }

    private static List<LedgerEntry> entriesOf(String observer) {
        return service.bean(Ledger.class)
                .entries(observer, null, 100)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static Account account(String observer) {
        return service.bean(Ledger.class).account(observer).blockOptional().orElseThrow();
    }

    private static JsonNode data(Fact fact) {
        return new JsonMapper().readTree(fact.data());
    }
}
