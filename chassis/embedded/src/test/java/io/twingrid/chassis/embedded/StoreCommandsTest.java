package io.twingrid.chassis.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoNamespace;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.embedded.store.StoreLimits;
import io.twingrid.chassis.embedded.store.engine.EngineSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The store's own ways, beside the contract that it shares with MongoDB. */
class StoreCommandsTest {

    private static final StoreLimits HASTY =
            new StoreLimits(Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(50), 10);

    @TempDir
    Path folder;

    private EmbeddedStore store;
    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void start() {
        store = EmbeddedStore.start(StoreSettings.in(folder), EngineSettings.withDefaults(true), HASTY);
        client = MongoClients.create(store.uri());
        database = client.getDatabase("town");
    }

    @AfterEach
    void stop() {
        client.close();
        store.close();
    }

    private static <T> T one(Publisher<T> publisher) {
        return Mono.from(publisher).blockOptional().orElseThrow();
    }

    private MongoCollection<Document> filled(String name, int count) {
        MongoCollection<Document> collection = database.getCollection(name);
        one(collection.insertMany(
                IntStream.range(0, count).mapToObj(i -> new Document("_id", i)).toList()));
        return collection;
    }

    private Document run(String command) {
        return one(database.runCommand(Document.parse(command)));
    }

    @Test
    void aCursorThatNobodyReadsFromIsClosed() {
        filled("things", 10);
        Document first = run("{find: 'things', batchSize: 2}").get("cursor", Document.class);
        assertThat(first.getList("firstBatch", Document.class)).hasSize(2);
        long id = first.getLong("id");
        Document next = run("{getMore: {$numberLong: '" + id + "'}, collection: 'things', batchSize: 3}");
        assertThat(next.get("cursor", Document.class).getList("nextBatch", Document.class))
                .hasSize(3);
        Awaitility.await().until(() -> openCursors() == 0);
        assertThatExceptionOfType(MongoCommandException.class)
                .isThrownBy(() -> run("{getMore: {$numberLong: '" + id + "'}, collection: 'things'}"))
                .satisfies(refused -> assertThat(refused.getCode()).isEqualTo(43));
    }

    private long openCursors() {
        return run("{serverStatus: 1}")
                .get("metrics", Document.class)
                .get("cursor", Document.class)
                .get("open", Document.class)
                .getLong("total");
    }

    @Test
    void theCountersTellDocumentsReadFromDocumentsReturned() {
        MongoCollection<Document> things = filled("things", 100);
        one(things.find(new Document("_id", 7)));
        Document metrics = run("{serverStatus: 1}").get("metrics", Document.class);
        assertThat(metrics.get("queryExecutor", Document.class).getLong("scannedObjects"))
                .isEqualTo(1);
        one(things.find(new Document("none", null)).skip(99));
        metrics = run("{serverStatus: 1}").get("metrics", Document.class);
        Document executor = metrics.get("queryExecutor", Document.class);
        assertThat(executor.getLong("scannedObjects")).isEqualTo(101);
        assertThat(executor.get("collectionScans", Document.class).getLong("total"))
                .isEqualTo(1);
    }

    @Test
    void expiredDocumentsGoInPortions() {
        MongoCollection<Document> sessions = database.getCollection("sessions");
        one(database.runCommand(Document.parse(
                "{createIndexes: 'sessions', indexes: [{key: {at: 1}, name: 'ttl', expireAfterSeconds: 1,"
                        + " partialFilterExpression: {kind: 'short'}}]}")));
        one(sessions.insertMany(IntStream.range(0, 35)
                .mapToObj(i -> Document.parse("{_id: " + i + ", at: {$date: '2020-01-01T00:00:00Z'}, kind: '"
                        + (i < 5 ? "long" : "short") + "'}"))
                .toList()));
        Awaitility.await().until(() -> one(sessions.countDocuments()) == 5);
    }

    @Test
    void collectionsAndDatabasesComeAndGo() {
        MongoCollection<Document> things = filled("things", 3);
        Mono.from(database.createCollection("empty")).block();
        Mono.from(things.renameCollection(new MongoNamespace("town", "renamed")))
                .block();
        assertThat(Flux.from(database.listCollectionNames()).collectList().block())
                .containsExactlyInAnyOrder("empty", "renamed");
        assertThat(one(database.getCollection("renamed").countDocuments())).isEqualTo(3);
        assertThat(Flux.from(client.listDatabaseNames()).collectList().block()).containsExactly("town");
        Mono.from(database.getCollection("renamed").drop()).block();
        Mono.from(database.drop()).block();
        assertThat(Flux.from(client.listDatabaseNames()).collectList().block()).isEmpty();
        assertThat(one(filled("things", 2).countDocuments())).isEqualTo(2);
    }

    @Test
    void aPipelineWritesIntoACollection() {
        MongoCollection<Document> things = filled("things", 9);
        Flux.from(things.aggregate(
                        List.of(Document.parse("{$match: {_id: {$lt: 4}}}"), Document.parse("{$out: 'few'}"))))
                .blockLast();
        Flux.from(things.aggregate(List.of(
                        Document.parse("{$set: {seen: true}}"),
                        Document.parse("{$merge: {into: 'few', whenMatched: 'replace', whenNotMatched: 'discard'}}"))))
                .blockLast();
        assertThat(Flux.from(database.getCollection("few").find()).collectList().block())
                .hasSize(4)
                .allSatisfy(document -> assertThat(document.getBoolean("seen")).isTrue());
    }

    @Test
    void driversAreToldWhatTheyTalkTo() {
        assertThat(run("{hello: 1}").getBoolean("isWritablePrimary")).isTrue();
        assertThat(run("{ping: 1}").getDouble("ok")).isEqualTo(1.0);
        assertThat(run("{dbStats: 1}")).containsEntry("collections", 0);
    }
}
