package io.twingrid.chassis.testkit.store;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.testkit.Backends;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;
import reactor.core.publisher.Mono;

/** The same contract against MongoDB itself, wherever the environment names one or a Docker engine can run one. */
@EnabledIf(value = "io.twingrid.chassis.testkit.Backends#mongoIsReal", disabledReason = "there is no MongoDB here")
@TestInstance(Lifecycle.PER_CLASS)
class MongoStoreContractTest implements StoreContract {

    private MongoClient client;

    @BeforeAll
    void connect() {
        client = StoreUnderTest.client(Backends.mongoUri());
    }

    @AfterAll
    void leaveNothing() {
        Mono.from(database().drop()).block();
        client.close();
    }

    @Override
    public MongoDatabase database() {
        return client.getDatabase("twingrid-contract");
    }
}
