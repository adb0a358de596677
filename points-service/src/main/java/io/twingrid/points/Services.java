package io.twingrid.points;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twingrid.points.domain.About;
import io.twingrid.points.domain.Account;
import io.twingrid.points.domain.Award;
import io.twingrid.points.domain.Cause;
import io.twingrid.points.domain.standing.Boards;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The town's voluntary services (志愿服务), counted by month, quarter and year. As with {@link TrackRecords} a count is an account: each
 * service adds one to it, once.
 */
public final class Services {
    private final Ledger counts;
    private final TrackRecords records;
    private final Boards boards;

    Services(Ledger counts, TrackRecords records, Boards boards) {
        this.counts = counts;
        this.records = records;
        this.boards = boards;
    }

    /** What somebody did. */
    enum Service {
        CARE,
        ACTIVITY;

        /** Nobody's id is empty, so no observer's count has such a name. */
        String account(String period) {
            return "|" + name().toLowerCase(Locale.ROOT) + "|" + period;
        }
    }

    /**
     * The services of a period.
     *
     * @param careTasks that were confirmed as done
     * @param attendances at activities that earn points
     * @param services both together
     */
    public record Tally(String period, long services, long careTasks, long attendances) {}

    /** What was done in a period: a month, a quarter or a year, as in {@link Boards}. */
    public Mono<Tally> of(String period) {
        return Mono.zip(count(Service.CARE, period), count(Service.ACTIVITY, period))
                .map(n -> new Tally(period, n.getT1() + n.getT2(), n.getT1(), n.getT2()));
    }

    /** An observer did something. */
    Mono<Void> served(Service service, String observer, Cause cause, Instant at) {
        // Many are at one activity: what is counted is that this one was.
        String id = UUID.nameUUIDFromBytes((cause.text() + "\n" + observer).getBytes(UTF_8))
                .toString();
        return records.served(observer, cause, at)
                .thenMany(Flux.fromIterable(boards.periods(at)))
                .concatMap(period -> counts.append(
                        service.account(period),
                        count -> count.move(new Cause("served:" + id), at, Award.of("services", 1), About.NOTHING)))
                .then();
    }

    private Mono<Long> count(Service service, String period) {
        return counts.account(service.account(period)).map(Account::balance);
    }
}
