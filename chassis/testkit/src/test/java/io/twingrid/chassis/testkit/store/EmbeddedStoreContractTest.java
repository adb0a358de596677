package io.twingrid.chassis.testkit.store;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.embedded.EmbeddedStore;
import io.twingrid.chassis.embedded.StoreSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class EmbeddedStoreContractTest implements StoreContract {

    private EmbeddedStore store;
    private MongoClient client;

    @BeforeAll
    void start(@TempDir Path folder) {
        store = EmbeddedStore.start(StoreSettings.in(folder));
        client = StoreUnderTest.client(store.uri());
    }

    @AfterAll
    void stop() {
        client.close();
        store.close();
    }

    @Override
    public MongoDatabase database() {
        return client.getDatabase("contract");
    }
}
