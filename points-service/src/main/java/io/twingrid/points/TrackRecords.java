package io.twingrid.points;

import io.twingrid.points.domain.About;
import io.twingrid.points.domain.Account;
import io.twingrid.points.domain.Award;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.LedgerEntries;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What became of each observer's reports, counted. A count is an account of a ledger of its own, named {@code observer|kind}: each
 * report adds one to it, once, and the balance is the count. So it is kept by increments, costs one read, and neither
 * redelivery nor a replay changes it.
 */
public final class TrackRecords {
    /** What is counted. */
    private static final String REPORTS = "reports";

    private static final String VALID = "valid";
    private static final String REJECTED = "rejected";
    private static final String MERGED = "merged";
    private static final String RESOLVED = "resolved";
    private static final String ON_THE_SPOT = "on-the-spot";
    private static final String SERVICES = "services";
    private static final String SEPARATOR = "|";

    private final Ledger counts;
    private final LedgerEntries entries;

    TrackRecords(Ledger counts, LedgerEntries entries) {
        this.counts = counts;
        this.entries = entries;
    }

    /**
     * One observer's counts.
     *
     * @param reports that he submitted
     * @param valid that were verified or resolved, and not found untrue later
     * @param rejected that were rejected, or found untrue later
     * @param merged that told of what was known already
     * @param resolved that were settled
     * @param onTheSpot that he dealt with himself
     * @param services care tasks and activities that he took part in
     * @param validRate valid of those that were decided, 0 to 1; null before the first
     */
    public record TrackRecord(
            long reports,
            long valid,
            long rejected,
            long merged,
            long resolved,
            long onTheSpot,
            long services,
            @Nullable Double validRate) {}

    /** An observer's counts as they are. */
    public Mono<TrackRecord> of(String observer) {
        return Flux.fromIterable(List.of(REPORTS, VALID, REJECTED, MERGED, RESOLVED, ON_THE_SPOT, SERVICES))
                .concatMap(kind -> counts.account(account(observer, kind)))
                .map(Account::balance)
                .collectList()
                .map(n -> new TrackRecord(
                        n.get(0),
                        n.get(1),
                        n.get(2),
                        n.get(3),
                        n.get(4),
                        n.get(5),
                        n.get(6),
                        rate(n.get(1), n.get(2))));
    }

    /** He submitted a report. */
    public Mono<?> submitted(String reportId, String observer, boolean handledOnSpot, Instant at) {
        Mono<?> counted = add(observer, REPORTS, new Cause("submitted:" + reportId), at);
        return handledOnSpot
                ? counted.then(add(observer, ON_THE_SPOT, new Cause("submitted:" + reportId), at))
                : counted;
    }

    /** The report is true. */
    public Mono<?> verified(String reportId, Instant at) {
        return whose(reportId).flatMap(observer -> add(observer, VALID, new Cause("valid:" + reportId), at));
    }

    /** The report was not accepted. */
    public Mono<?> rejected(String reportId, Instant at) {
        return whose(reportId).flatMap(observer -> add(observer, REJECTED, new Cause("rejected:" + reportId), at));
    }

    /**
     * The report was joined to an earlier one, or parted from it.
     *
     * @param factId of this time: it may happen again
     * @param number 1 joined, -1 parted
     */
    public Mono<?> merged(String reportId, String factId, Instant at, int number) {
        return whose(reportId).flatMap(observer -> count(observer, MERGED, new Cause("merged:" + factId), at, number));
    }

    /** The report was settled, with or without having been verified before. */
    public Mono<?> resolved(String reportId, Instant at) {
        return whose(reportId).flatMap(observer -> add(observer, VALID, new Cause("valid:" + reportId), at)
                .then(add(observer, RESOLVED, Cause.resolved(reportId), at)));
    }

    /** The report was found untrue after all: what counted as valid counts as rejected. */
    public Mono<?> invalidated(String reportId, Instant at) {
        Cause cause = Cause.invalidated(reportId);
        return whose(reportId)
                .flatMap(observer -> counts.entryOf(account(observer, VALID), new Cause("valid:" + reportId))
                        .flatMap(valid -> count(observer, VALID, cause, at, -1))
                        .then(add(observer, REJECTED, cause, at)));
    }

    /** He took part in something. */
    public Mono<?> served(String observer, Cause cause, Instant at) {
        return add(observer, SERVICES, cause, at);
    }

    private Mono<String> whose(String reportId) {
        return entries.ofCause(new Cause("submitted:" + reportId)).map(entry -> {
            String account = entry.observer();
            return account.substring(0, account.lastIndexOf(SEPARATOR));
        });
    }

    private Mono<?> add(String observer, String kind, Cause cause, Instant at) {
        return count(observer, kind, cause, at, 1);
    }

    private Mono<?> count(String observer, String kind, Cause cause, Instant at, long number) {
        return counts.append(
                account(observer, kind), count -> count.move(cause, at, Award.of(kind, number), About.NOTHING));
    }

    private static String account(String observer, String kind) {
        return observer + SEPARATOR + kind;
    }

    private static @Nullable Double rate(long valid, long rejected) {
        return valid + rejected == 0 ? null : Double.valueOf((double) valid / (valid + rejected));
    }
}
