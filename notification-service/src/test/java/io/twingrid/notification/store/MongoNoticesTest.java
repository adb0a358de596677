package io.twingrid.notification.store;

import static io.twingrid.notification.domain.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.testkit.Backends;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Draft;
import io.twingrid.notification.domain.Notice;
import io.twingrid.notification.domain.Notices;
import io.twingrid.notification.domain.Notices.Selection;
import io.twingrid.notification.domain.Notices.Stored;
import io.twingrid.notification.domain.NoticesContract;
import io.twingrid.notification.domain.SteppingClock;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** MongoDB, or what speaks its protocol, keeps the store's promises; what is gone is gone, and its numbers are not given again. */
class MongoNoticesTest implements NoticesContract {
    private static final MongoClient CLIENT = MongoClients.create(Backends.mongoUri());
    private static final int REMEMBERED = 3;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Clock NOW = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    private static final Clock LATER = Clock.offset(NOW, KEPT.plusDays(1));

    private final MongoDatabase database = CLIENT.getDatabase("notices-" + UUID.randomUUID());
    private final Audience leads = Audience.inCommunity("tieshan", "community-lead");

    @Override
    public Notices notices() {
        return at(NOW);
    }

    @Override
    public Notices notices(Notices other) {
        return notices();
    }

    @Test
    void whatIsNotKeptAnyMoreIsInNoAnswer() {
        Notice old = append(at(NOW), draft(leads, 1)).notice();
        MongoNotices later = at(LATER);

        assertThat(later.after(leads, 0).collectList().block()).isEmpty();
        assertThat(later.newest(Selection.of(Set.of(leads), null), 9)
                        .collectList()
                        .block())
                .isEmpty();
        assertThat(later.find(old.id()).blockOptional()).isEmpty();
        assertThat(later.head(leads).block()).isEqualTo(1);
    }

    @Test
    void aSweepDeletesOnlyWhatIsGoneAndItsNumbersAreNotGivenAgain() {
        for (int cause = 1; cause <= 5; cause++) {
            append(at(NOW), draft(leads, cause));
        }
        assertThat(at(NOW).sweep(100).block()).isZero();
        MongoNotices later = at(LATER);

        assertThat(later.sweep(3).block()).isEqualTo(3);
        assertThat(later.sweep(100).block()).isEqualTo(2);

        assertThat(later.sweep(100).block()).isZero();
        assertThat(at(LATER).head(leads).block()).isEqualTo(5);
        Stored next = append(at(LATER), draft(leads, 6));
        assertThat(next.notice().seq()).isEqualTo(6);
        assertThat(at(LATER).after(leads, 0).collectList().block()).containsExactly(next.notice());
    }

    @Test
    void whatAnotherInstanceGaveLongAgoIsNotGivenAgainEither() {
        SteppingClock clock = new SteppingClock(NOW.instant());
        MongoNotices quiet = at(clock);
        append(quiet, draft(leads, 1));
        MongoNotices busy = at(clock);
        append(busy, draft(leads, 2));
        append(busy, draft(leads, 3));

        clock.step(KEPT.plusDays(1));
        busy.sweep(100).block();

        assertThat(append(quiet, draft(leads, 4)).notice().seq()).isEqualTo(4);
    }

    private MongoNotices at(Clock clock) {
        return new MongoNotices(database, REMEMBERED, KEPT, clock);
    }

    private static Stored append(Notices notices, Draft draft) {
        return Objects.requireNonNull(notices.append(List.of(draft)).block()).getFirst();
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }
}
