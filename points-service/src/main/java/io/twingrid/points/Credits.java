package io.twingrid.points;

import io.twingrid.chassis.change.Result;
import io.twingrid.points.domain.About;
import io.twingrid.points.domain.Account;
import io.twingrid.points.domain.Award;
import io.twingrid.points.domain.AwardRules;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.LedgerEntries;
import io.twingrid.points.domain.LedgerEntry;
import io.twingrid.points.domain.Resolution;
import io.twingrid.points.domain.ResolvedReport;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** What observers earn: by resolved reports, care tasks and activities, each once. Errors are those of {@link Ledger}. */
public final class Credits {
    private final Ledger ledger;
    private final LedgerEntries entries;
    private final Supplier<AwardRules> latest;

    /** @param latest the rules as the town has them at the moment */
    Credits(Ledger ledger, LedgerEntries entries, Supplier<AwardRules> latest) {
        this.ledger = ledger;
        this.entries = entries;
        this.latest = latest;
    }

    /**
     * Credits the observer of a resolved report: once, by whomever and however often it was resolved.
     *
     * @return an error of {@link io.twingrid.points.domain.UnknownCategoryException} if the rules cannot tell what it earns
     */
    public Mono<Result<Account>> creditResolution(ResolvedReport report) {
        AwardRules rules = latest.get();
        About about = About.report(report, rules.monthOf(report.at()));
        return Mono.fromSupplier(() -> rules.awardFor(report))
                .flatMap(award ->
                        credit(rules, report.observer(), Cause.resolved(report.reportId()), report.at(), award, about));
    }

    /** Whether there is a rule by which those earn something whose reports were joined to a resolved one. */
    boolean followersEarn() {
        return !latest.get().awardForAFollower().isNothing();
    }

    /** Credits an observer who sent a later report of what was resolved: once, however many he sent. */
    Mono<Result<Account>> creditFollower(Resolution resolution, String observer) {
        AwardRules rules = latest.get();
        Cause cause = Cause.followed(resolution.reportId());
        About about = About.followed(resolution, rules.monthOf(resolution.at()));
        return credit(rules, observer, cause, resolution.at(), rules.awardForAFollower(), about);
    }

    /** Takes back exactly what a report has earned; empty if it earned nothing. */
    public Mono<Result<Account>> reverseResolution(String reportId, Instant at) {
        return entries.ofCause(Cause.resolved(reportId))
                .flatMap(credit -> reverse(credit, Cause.invalidated(reportId), at));
    }

    /** Takes back exactly what an observer has earned by following a report; empty if he earned nothing. */
    Mono<Result<Account>> reverseFollowing(String reportId, String observer, Instant at) {
        return entries.of(observer, Cause.followed(reportId))
                .flatMap(credit -> reverse(credit, Cause.unfollowed(reportId), at));
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

    private Mono<Result<Account>> credit(
            AwardRules rules, String observer, Cause cause, Instant at, Award award, About about) {
        return ledger.appendReading(
                observer,
                account -> (rules.lookAtTheMonth() ? monthOf(observer, about) : Mono.just(List.<LedgerEntry>of()))
                        .map(month -> account.credit(cause, at, rules.settled(about, at, award, month), about)));
    }

    private Mono<Result<Account>> reverse(LedgerEntry credit, Cause cause, Instant at) {
        return ledger.appendReading(credit.observer(), account -> monthOf(credit.observer(), credit.about())
                .map(month -> account.reverse(cause, at, credit, AwardRules.net(credit, month))));
    }

    private Mono<List<LedgerEntry>> monthOf(String observer, About about) {
        return entries.ofMonth(observer, Objects.requireNonNull(about.month())).collectList();
    }
}
