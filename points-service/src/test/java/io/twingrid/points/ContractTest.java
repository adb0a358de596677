package io.twingrid.points;

import static io.twingrid.points.ReportFacts.someObserver;
import static io.twingrid.points.ReportFacts.someReport;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.FactTopic;
import io.twingrid.chassis.testkit.GoldenFact;
import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.points.domain.FollowedReports;
import io.twingrid.points.domain.Followers;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where this service and its neighbours meet: the writers' examples are read, its own are written. */
class ContractTest {
    private static final Path COMMUNITY = Path.of("../triage-service/contract/examples");
    private static final Path STREET = Path.of("../escalation-service/contract/examples");
    private static final Path BY_COMMUNITY = COMMUNITY.resolve("report-resolved.json");
    private static final Path BY_STREET = STREET.resolve("report-resolved.json");
    private static final Path INVALIDATED = COMMUNITY.resolve("report-invalidated.json");
    private static final Path CARE_CONFIRMED = STREET.resolve("care-confirmed.json");
    private static final Path CREDITED = Path.of("contract/examples/points-credited.json");
    private static final Path REVERSED = Path.of("contract/examples/points-reversed.json");

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

    static Stream<Arguments> writersAndTimes() {
        UnaryOperator<Fact> today = UnaryOperator.identity();
        UnaryOperator<Fact> tomorrow = GoldenFact::withUnknownField;
        return Stream.of(BY_COMMUNITY, BY_STREET)
                .flatMap(file -> Stream.of(Arguments.of(file, today), Arguments.of(file, tomorrow)));
    }

    @ParameterizedTest
    @MethodSource("writersAndTimes")
    void whatTheDesksWriteIsReadTodayAndTomorrow(Path resolvedFile, UnaryOperator<Fact> asWritten) {
        String report = someReport();
        String observer = someObserver();

        reports.send(asWritten.apply(resolved(resolvedFile, report, observer)));
        reports.send(asWritten.apply(GoldenFact.about(GoldenFact.read(INVALIDATED), "reportId", report)));

        Fact credited = points.awaitOne("io.twingrid.points.credited.v1", observer);
        Fact reversed = points.awaitOne("io.twingrid.points.reversed.v1", observer);
        assertThat(credited.data()).contains("resolved:" + report);
        assertThat(reversed.data()).contains("invalidated:" + report);
    }

    @Test
    void whatIsToldOfPointsIsWrittenAsTheExamplesSay() {
        String report = someReport();
        String observer = someObserver();

        reports.send(resolved(BY_COMMUNITY, report, observer));
        reports.send(GoldenFact.about(GoldenFact.read(INVALIDATED), "reportId", report));

        Fact credited = points.awaitOne("io.twingrid.points.credited.v1", observer);
        GoldenFact.assertWritten(CREDITED, credited);
        GoldenFact.assertWritten(REVERSED, points.awaitOne("io.twingrid.points.reversed.v1", observer));
        assertThat(credited.id()).isEqualTo("points-service:" + observer + "/resolved:" + report + ":1:0");
    }

    @Test
    void whoeverDidACareTaskIsCreditedOnceForIt() {
        String observer = someObserver();
        Fact confirmed = GoldenFact.with(GoldenFact.read(CARE_CONFIRMED), """
                {"observerId":"%s"}""".formatted(observer));

        service.facts("care-events").sendTwice(confirmed);
        service.facts("care-events").send(GoldenFact.withUnknownField(confirmed));

        assertThat(points.awaitOne("io.twingrid.points.credited.v1", observer).data())
                .contains("\"amount\":10", "care:" + confirmed.subject());
    }

    @Test
    void whoIsJoinedToAReportAndPartedFromItIsRead() {
        String report = someReport();
        FollowedReports followed = service.bean(FollowedReports.class);
        Fact joined = about("report-joined.json", report);
        Fact parted = about("report-parted.json", report);

        reports.send(joined);
        reports.send(GoldenFact.withUnknownField(joined));
        Awaitility.await()
                .untilAsserted(() -> assertThat(followed.followersOf(report).blockOptional())
                        .map(Followers::observers)
                        .hasValue(List.of("observer-2")));

        reports.send(GoldenFact.withUnknownField(parted));
        reports.send(parted);
        Awaitility.await()
                .untilAsserted(() -> assertThat(followed.followersOf(report).blockOptional())
                        .map(Followers::former)
                        .hasValue(List.of("observer-2")));
    }

    private static Fact about(String example, String report) {
        return GoldenFact.about(GoldenFact.read(COMMUNITY.resolve(example)), "reportId", report);
    }

    private static Fact resolved(Path file, String report, String observer) {
        return GoldenFact.with(GoldenFact.about(GoldenFact.read(file), "reportId", report), """
                {"reporter":{"id":"%s","observer":true}}""".formatted(observer));
    }
}
