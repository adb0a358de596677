package io.twingrid.chassis.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.ConnectionString;
import com.mongodb.ExplainVerbosity;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The store that a contract is run against, and short ways to ask it. */
public interface StoreUnderTest {

    int DUPLICATE_KEY = 11000;

    /** A database of this test class's own. */
    MongoDatabase database();

    /** A client that writes UUIDs as all newer drivers do. */
    static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    }

    /** A collection that nobody has used. */
    default MongoCollection<Document> fresh() {
        return database().getCollection("c" + UUID.randomUUID().toString().replace("-", ""));
    }

    /** A collection with these documents. */
    default MongoCollection<Document> holding(Document... documents) {
        MongoCollection<Document> collection = fresh();
        one(collection.insertMany(List.of(documents)));
        return collection;
    }

    static <T> T one(Publisher<T> publisher) {
        return Mono.from(publisher).blockOptional().orElseThrow();
    }

    static <T> List<T> all(Publisher<T> publisher) {
        return Objects.requireNonNull(Flux.from(publisher).collectList().block());
    }

    static void done(Publisher<Void> publisher) {
        Mono.from(publisher).block();
    }

    static List<Object> ids(Publisher<Document> found) {
        return all(found).stream().map(document -> document.get("_id")).toList();
    }

    static Document byId(MongoCollection<Document> collection, Object id) {
        return one(collection.find(new Document("_id", id)));
    }

    /** A date as the driver has it. */
    static Date at(long millis) {
        return Date.from(Instant.ofEpochMilli(millis));
    }

    /** How a query is answered, in MongoDB's words. */
    static Document explained(FindPublisher<Document> find) {
        return one(find.explain(ExplainVerbosity.EXECUTION_STATS));
    }

    static void assertExamined(FindPublisher<Document> find, long atMost) {
        Document stats = explained(find).get("executionStats", Document.class);
        assertThat(stats.get("totalDocsExamined", Number.class).longValue())
                .as("documents examined: %s", stats)
                .isLessThanOrEqualTo(atMost);
    }

    /** That the order comes from an index, and nothing is held back to be sorted. */
    static void assertUnsorted(FindPublisher<Document> find) {
        Document plan = explained(find).get("queryPlanner", Document.class).get("winningPlan", Document.class);
        assertThat(plan.toJson()).doesNotContain("\"SORT\"").doesNotContain("COLLSCAN");
    }

    /** That the store answers with an error of that code, for the command as a whole or for a statement of it. */
    static void assertRefused(int code, ThrowingCallable call) {
        MongoException refused = catchThrowableOfType(MongoException.class, call);
        assertThat(refused).as("the store's refusal").isNotNull();
        int given = refused instanceof MongoBulkWriteException bulk
                ? bulk.getWriteErrors().getFirst().getCode()
                : refused.getCode();
        assertThat(given).as(refused.getMessage()).isEqualTo(code);
    }
}
