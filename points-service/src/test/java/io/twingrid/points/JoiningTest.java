package io.twingrid.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.twingrid.points.domain.AwardRules;
import io.twingrid.points.domain.Catalogue;
import io.twingrid.points.domain.Catalogue.Category;
import io.twingrid.points.domain.Catalogue.Points;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.Resolution;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an observer earns whose report was joined to an earlier one. */
class JoiningTest {
    private static final Instant NINE = Instant.parse("2026-11-22T01:00:00Z");
    private static final Instant TEN = NINE.plusSeconds(3600);

    private final InMemoryLedgerEntries entries = new InMemoryLedgerEntries();
    private final InMemoryReports reports = new InMemoryReports();
    private final Joining joining = joining(2);

    @BeforeEach
    void twoOfOneObserverAndOneOfAnotherWereJoined() {
        join("r-2", "observer-2");
        join("r-3", "observer-2");
        join("r-4", "observer-3");
    }

    @Test
    void nothingUnlessARuleSaysSo() {
        joining(null).resolved(resolution("observer-1", "grid-tieshan")).block();

        assertThat(entries.all()).isEmpty();
    }

    @Test
    void aFollowerEarnsWhatTheRuleSaysOnceAMatter() {
        resolve();
        resolve();

        assertThat(entries.all())
                .extracting(LedgerEntry::observer, LedgerEntry::amount, entry -> entry.cause()
                        .text())
                .containsExactly(tuple("observer-2", 2L, "followed:r-1"), tuple("observer-3", 2L, "followed:r-1"));
        assertThat(entries.all().getFirst().about().area()).isEqualTo("tieshan");
    }

    @Test
    void whoReportedItOrSettledItEarnsNothingByFollowing() {
        joining.resolved(resolution("observer-2", "observer-3")).block();

        assertThat(entries.all()).isEmpty();
    }

    @Test
    void whatWasUntrueIsTakenBackFromAllFollowers() {
        resolve();
        for (int i = 0; i < 2; i++) {
            joining.invalidated("r-1", TEN).block();
        }

        assertThat(balance("observer-2")).isZero();
        assertThat(balance("observer-3")).isZero();
        assertThat(entries.all()).hasSize(4);
    }

    @Test
    void whoFollowsByAnotherReportStillKeepsIt() {
        resolve();
        joining.parted("r-1", "p-1", "r-2", TEN).block();
        assertThat(balance("observer-2")).isEqualTo(2);

        joining.parted("r-1", "p-2", "r-3", TEN).block();
        assertThat(balance("observer-2")).isZero();
        assertThat(balance("observer-3")).isEqualTo(2);
    }

    @Test
    void whatWasPartedBeforeEarnsNothing() {
        joining.parted("r-1", "p-1", "r-4", NINE).block();
        join("r-4", "observer-3");
        resolve();

        assertThat(balance("observer-3")).isZero();
    }

    private void resolve() {
        joining.resolved(resolution("observer-1", "grid-tieshan")).block();
    }

    /** Told again it changes nothing, as the fact's id says. */
    private void join(String later, String observer) {
        joining.joined("r-1", "joined-" + later, later, observer).block();
    }

    private Joining joining(@Nullable Integer follower) {
        AwardRules rules = AwardRules.of(
                new Catalogue(new Points(Map.of(), 0, follower, null, null, null), List.of(new Category("01037", 8))),
                ZoneId.of("Asia/Shanghai"));
        Ledger ledger = new Ledger(entries, "points", World.RACING, new SimpleMeterRegistry());
        return new Joining(reports, new Credits(ledger, entries, () -> rules));
    }

    private static Resolution resolution(String observer, String by) {
        return new Resolution("r-1", observer, by, "01037", "NORMAL", false, NINE, "tieshan");
    }

    private long balance(String observer) {
        return entries.account(observer).blockOptional().orElseThrow().balance();
    }
}
