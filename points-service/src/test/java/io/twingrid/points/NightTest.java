package io.twingrid.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.twingrid.points.PointsSettings.Expiring;
import io.twingrid.points.domain.About;
import io.twingrid.points.domain.Award;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.PointsFact;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens at night: points lapse, first in, first out, and every account is added up. */
class NightTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final InMemoryLedgerEntries entries = new InMemoryLedgerEntries();
    private final Ledger ledger = new Ledger(entries, "points", World.RACING, metrics);

    @Test
    void unusedPointsLapseAfterTheirMonthsAndWereAnnouncedBefore() {
        credit("old", 10, "2025-11-10T00:00:00Z");
        credit("young", 7, "2026-03-10T00:00:00Z");
        spend(4, "2026-06-01T00:00:00Z");

        night("2026-11-05T00:00:00Z");
        night("2026-12-01T00:00:00Z");
        night("2026-12-01T00:00:00Z");

        assertThat(entries.told())
                .filteredOn(PointsFact.Expiring.class::isInstance)
                .singleElement()
                .satisfies(fact -> {
                    assertThat(((PointsFact.Expiring) fact).points()).isEqualTo(6);
                    assertThat(((PointsFact.Expiring) fact).on()).isEqualTo("2026-12-01");
                });
        assertThat(expired()).containsExactly(-6L);
        Invariants.hold(entries.all());
    }

    @Test
    void whatIsUsedAfterTheAnnouncementDoesNotLapse() {
        credit("old", 10, "2025-11-10T00:00:00Z");

        night("2026-11-05T00:00:00Z");
        spend(10, "2026-11-20T00:00:00Z");
        night("2026-12-01T00:00:00Z");

        assertThat(expired()).isEmpty();
    }

    @Test
    void nothingLapsesUnannounced() {
        credit("old", 10, "2025-11-10T00:00:00Z");

        night("2026-12-01T00:00:00Z");

        assertThat(expired()).isEmpty();
    }

    @Test
    void whatAnOldReportEarnsAfterTheAnnouncementStaysAMonthLonger() {
        credit("old", 10, "2025-11-10T00:00:00Z");
        night("2026-11-05T00:00:00Z");
        credit("older", 5, "2025-11-09T00:00:00Z");

        night("2026-12-01T00:00:00Z");
        assertThat(expired()).containsExactly(-10L);

        night("2026-12-05T00:00:00Z");
        night("2027-01-01T00:00:00Z");
        assertThat(expired()).containsExactly(-10L, -5L);
    }

    @Test
    void theAuditAgreesWithASoundLedger() {
        credit("a", 10, "2026-11-10T00:00:00Z");
        credit("b", 10, "2026-11-10T00:00:00Z");

        Audit.Report report = audit();

        assertThat(report).isEqualTo(new Audit.Report(1, 2, 0, List.of()));
        assertThat(metrics.get("ledger.audit.mismatches").gauge().value()).isZero();
    }

    @Test
    void theAuditNamesTheAccountThatSomebodyChanged() {
        credit("a", 10, "2026-11-10T00:00:00Z");
        credit("b", 10, "2026-11-10T00:00:00Z");
        entries.forge(
                entry -> entry.seq() == 1,
                entry -> new LedgerEntry(
                        entry.observer(),
                        entry.seq(),
                        entry.amount(),
                        entry.balance(),
                        entry.owed(),
                        entry.cause(),
                        entry.at().plusMillis(1),
                        entry.award(),
                        entry.about(),
                        entry.previous()));

        assertThat(audit()).isEqualTo(new Audit.Report(1, 2, 1, List.of("observer-1")));
        assertThat(metrics.get("ledger.audit.mismatches").gauge().value()).isEqualTo(1);
    }

    @Test
    void theNightBeginsAtTheTownsHour() {
        assertThat(nightly("2026-11-22T18:00:00Z").untilNext()).isEqualTo(Duration.ofMinutes(30));
        assertThat(nightly("2026-11-22T18:30:00Z").untilNext()).isEqualTo(Duration.ofDays(1));
    }

    private List<Long> expired() {
        return entries.all().stream()
                .filter(entry -> entry.cause().text().startsWith("expired:"))
                .map(LedgerEntry::amount)
                .toList();
    }

    private Audit.Report audit() {
        return new Audit(entries, metrics).run().blockOptional().orElseThrow();
    }

    private void night(String now) {
        nightly(now).work().block();
    }

    private Nightly nightly(String now) {
        Clock clock = Clock.fixed(Instant.parse(now), ZONE);
        Expiry expiry = new Expiry(entries, ledger, new Expiring(12, Duration.ofDays(30)), ZONE, clock);
        return new Nightly(expiry, new Audit(entries, metrics), LocalTime.of(2, 30), ZONE, clock);
    }

    private void credit(String report, long points, String at) {
        ledger.append(
                        "observer-1",
                        account -> account.credit(
                                Cause.resolved(report),
                                Instant.parse(at),
                                Award.of("resolved-report", points),
                                About.NOTHING))
                .block();
    }

    private void spend(long points, String at) {
        ledger.append(
                        "observer-1",
                        account -> account.credit(
                                Cause.care("spent-" + at),
                                Instant.parse(at),
                                Award.of("spent", -points),
                                About.NOTHING))
                .block();
    }
}
