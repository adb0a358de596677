package io.twingrid.points;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.points.domain.AccountAudit;
import io.twingrid.points.domain.LedgerEntries;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Adds every account up again: sequence, balances, debts, hashes. Its count of mismatches is a metric that must be 0. */
public final class Audit {
    private static final Logger log = LoggerFactory.getLogger(Audit.class);
    /** Accounts that a report names; the count has no such bound. */
    private static final int MOST_NAMED = 20;

    private final LedgerEntries entries;
    private final AtomicLong mismatches = new AtomicLong();

    Audit(LedgerEntries entries, MeterRegistry metrics) {
        this.entries = entries;
        Gauge.builder("ledger.audit.mismatches", mismatches, AtomicLong::get)
                .description("Entries that the last audit found not to follow from those before; must be 0")
                .register(metrics);
    }

    /**
     * What an audit found.
     *
     * @param accounts how many accounts it added up
     * @param entries how many entries
     * @param mismatches entries that do not follow from those before them
     * @param wrong accounts that they are in, the first twenty
     */
    public record Report(long accounts, long entries, long mismatches, List<String> wrong) {
        static final Report NOTHING = new Report(0, 0, 0, List.of());

        static Report of(String observer, AccountAudit audit) {
            List<String> wrong = audit.mismatches() == 0 ? List.of() : List.of(observer);
            return new Report(1, audit.entries(), audit.mismatches(), wrong);
        }
    }

    /** Audits all accounts, one after the other; entries that come meanwhile are seen or not. */
    public Mono<Report> run() {
        return entries.observers()
                .concatMap(observer -> entries.after(observer, 0)
                        .reduceWith(() -> new AccountAudit(observer), AccountAudit::add)
                        .map(audit -> Report.of(observer, audit)))
                .reduce(Report.NOTHING, Audit::sum)
                .doOnNext(this::tell);
    }

    private static Report sum(Report a, Report b) {
        return new Report(
                a.accounts() + b.accounts(),
                a.entries() + b.entries(),
                a.mismatches() + b.mismatches(),
                Stream.concat(a.wrong().stream(), b.wrong().stream())
                        .limit(MOST_NAMED)
                        .toList());
    }

    private void tell(Report report) {
        mismatches.set(report.mismatches());
        if (report.mismatches() == 0) {
            log.info("audit: {} entries of {} accounts agree", report.entries(), report.accounts());
        } else {
            log.error("audit: {} entries do not agree; see POST /api/points/audit", report.mismatches());
        }
    }
}
