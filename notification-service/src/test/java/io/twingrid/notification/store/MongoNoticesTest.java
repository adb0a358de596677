package io.twingrid.notification.store;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.testkit.Backends;
import io.twingrid.notification.domain.Notices;
import io.twingrid.notification.domain.NoticesContract;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;

/** MongoDB, or what speaks its protocol, keeps the store's promises. */
class MongoNoticesTest implements NoticesContract {
    private static final MongoClient CLIENT = MongoClients.create(Backends.mongoUri());
    private static final int REMEMBERED = 3;

    private final MongoDatabase database = CLIENT.getDatabase("notices-" + UUID.randomUUID());

    @Override
    public Notices notices() {
        return new MongoNotices(database, REMEMBERED, Clock.tick(Clock.systemUTC(), Duration.ofMillis(1)));
    }

    @Override
    public Notices notices(Notices other) {
        return notices();
    }

    @AfterAll
    static void close() {
        CLIENT.close();
    }
}
