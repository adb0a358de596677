package io.twingrid.points;

import io.twingrid.chassis.change.Result;
import io.twingrid.points.domain.About;
import io.twingrid.points.domain.Account;
import io.twingrid.points.domain.Award;
import io.twingrid.points.domain.AwardRules;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.LedgerEntries;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.ResolvedReport;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** What observers earn: by resolved reports and by care tasks, each once. Errors are those of {@link Ledger}. */
public final class Credits {
    private final Ledger ledger;
    private final LedgerEntries entries;
    private final AwardRules rules;

    Credits(Ledger ledger, LedgerEntries entries, AwardRules rules) {
        this.ledger = ledger;
        this.entries = entries;
        this.rules = rules;
    }

    /**
     * Credits the observer of a resolved report: once, by whomever and however often it was resolved.
     *
     * @return an error of {@link io.twingrid.points.domain.UnknownCategoryException} if the rules cannot tell what it earns
     */
    public Mono<Result<Account>> creditResolution(ResolvedReport report) {
        return Mono.fromSupplier(() -> rules.awardFor(report))
                .flatMap(award -> ledger.appendReading(report.observer(), account -> month(report)
                        .map(month -> account.credit(
                                Cause.resolved(report.reportId()),
                                report.at(),
                                rules.settled(report, award, month),
                                About.report(report, rules.monthOf(report.at()))))));
    }

    /** Takes back exactly what a report has earned; empty if it earned nothing. */
    public Mono<Result<Account>> reverseResolution(String reportId, Instant at) {
        return entries.ofCause(Cause.resolved(reportId))
                .flatMap(credit -> ledger.appendReading(credit.observer(), account -> monthOf(credit)
                        .map(month -> account.reverse(credit, rules.net(credit, month), reportId, at))));
    }

    /**
     * Credits whoever did a care task.
     *
     * @param points what the sorting centre offered for it
     */
    public Mono<Result<Account>> creditCare(String taskId, String observer, long points, Instant at) {
        return ledger.append(
                observer,
                account -> account.credit(Cause.care(taskId), at, Award.of("care-task", points), About.NOTHING));
    }

    /** Credits whoever was at an activity. */
    public Mono<Result<Account>> creditAttendance(String activityId, String observer, long points, Instant at) {
        return ledger.append(
                observer,
                account -> account.credit(Cause.attended(activityId), at, Award.of("activity", points), About.NOTHING));
    }

    private Mono<List<LedgerEntry>> month(ResolvedReport report) {
        return rules.lookAtTheMonth()
                ? entries.ofMonth(report.observer(), rules.monthOf(report.at())).collectList()
                : Mono.just(List.of());
    }

    private Mono<List<LedgerEntry>> monthOf(LedgerEntry credit) {
        return entries.ofMonth(
                        credit.observer(), Objects.requireNonNull(credit.about().month()))
                .collectList();
    }
}
