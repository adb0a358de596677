package io.twingrid.notification.store;

import static io.twingrid.notification.domain.Samples.draft;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.twingrid.chassis.testkit.Backends;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Draft;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MongoFirstDraftsTest {
    private static final MongoClient CLIENT = MongoClients.create(Backends.mongoUri());
    private static final Audience THEN = Audience.inCommunity("tieshan", "community-lead");
    private static final Audience TODAY = Audience.inCommunity("shenqing", "community-lead");

    private final MongoFirstDrafts firstDrafts = new MongoFirstDrafts(
            CLIENT.getDatabase("drafts-" + UUID.randomUUID()), Duration.ofDays(1), Clock.systemUTC());

    @Test
    void aFactThatComesAgainHasTheDraftsOfItsFirstTime() {
        keep(Map.of("fact-1", List.of(draft(THEN, 1)), "fact-2", List.of()));
        Map<String, List<Draft>> again = new LinkedHashMap<>();
        again.put("fact-2", List.of(draft(TODAY, 2)));
        again.put("fact-3", List.of(draft(TODAY, 3)));
        again.put("fact-1", List.of(draft(TODAY, 1)));

        assertThat(keep(again)).containsExactly(draft(TODAY, 3), draft(THEN, 1));
    }

    @Test
    void nothingIsKeptOfNothing() {
        assertThat(keep(Map.of())).isEmpty();
    }

    private List<Draft> keep(Map<String, List<Draft>> drafts) {
        return Objects.requireNonNull(firstDrafts.keep(drafts).block());
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }
}
