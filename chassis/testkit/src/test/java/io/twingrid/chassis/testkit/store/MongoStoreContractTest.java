package io.twingrid.chassis.testkit.store;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import reactor.core.publisher.Mono;

/** The same contract against a real MongoDB, wherever the environment names one. */
@EnabledIfEnvironmentVariable(named = "MONGODB_URI", matches = "mongodb.+")
@TestInstance(Lifecycle.PER_CLASS)
class MongoStoreContractTest implements StoreContract {

    private MongoClient client;

    @BeforeAll
    void connect() {
        client = StoreUnderTest.client(System.getenv("MONGODB_URI"));
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
