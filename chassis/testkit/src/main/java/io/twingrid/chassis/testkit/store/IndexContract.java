package io.twingrid.chassis.testkit.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.all;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.assertExamined;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.assertRefused;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.assertUnsorted;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.at;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.done;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.ids;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

/** Indexes are used where they help, keep what they promise, and are there for documents old and new. */
public interface IndexContract extends StoreUnderTest {

    /** 600 cases of five areas and three states, each changed at a time of its own. */
    private MongoCollection<Document> cases() {
        MongoCollection<Document> cases = fresh();
        one(cases.insertMany(IntStream.range(0, 600)
                .mapToObj(i -> new Document("_id", "c%03d".formatted(i * 7 % 600))
                        .append("area", "a" + i % 5)
                        .append("state", "s" + i % 3)
                        .append("at", at(1_000_000L + i * 7 % 600))
                        .append("version", 1))
                .toList()));
        return cases;
    }

    private static Bson newestFirst() {
        return Sorts.orderBy(Sorts.descending("at"), Sorts.descending("_id"));
    }

    @Test
    default void anIdWithOtherFieldsReadsOneDocument() {
        MongoCollection<Document> cases = cases();
        assertExamined(cases.find(and(eq("_id", "c007"), eq("version", 1))), 1);
        assertExamined(cases.find(and(eq("_id", "c007"), eq("version", 2))), 1);
        assertExamined(cases.find(in("_id", "c001", "c002", "none")), 2);
    }

    @Test
    default void aSortedPageReadsNoMoreThanThePage() {
        MongoCollection<Document> cases = cases();
        one(cases.createIndex(compoundIndex(ascending("area"), descending("at", "_id"))));
        var page = cases.find(eq("area", "a2")).sort(newestFirst()).limit(20);
        assertExamined(page, 20);
        assertUnsorted(page);
        List<Object> expected = all(cases.find(eq("area", "a2"))).stream()
                .sorted((one, other) -> other.getDate("at")
                        .toInstant()
                        .compareTo(one.getDate("at").toInstant()))
                .limit(20)
                .map(document -> document.get("_id"))
                .toList();
        assertThat(ids(page)).isEqualTo(expected);
    }

    @Test
    default void pagesByCursorMissNothingAndRepeatNothing() {
        MongoCollection<Document> cases = cases();
        one(cases.createIndex(compoundIndex(ascending("area"), descending("at", "_id"))));
        List<Object> paged = new ArrayList<>();
        Bson theirs = eq("area", "a4");
        Bson after = theirs;
        while (true) {
            var page = cases.find(after).sort(newestFirst()).limit(25);
            assertExamined(page, 27);
            List<Document> found = all(page);
            if (found.isEmpty()) {
                break;
            }
            found.forEach(document -> paged.add(document.get("_id")));
            Document last = found.getLast();
            after = and(
                    theirs, or(lt("at", last.get("at")), and(eq("at", last.get("at")), lt("_id", last.get("_id")))));
        }
        assertThat(paged).hasSize(120).isEqualTo(ids(cases.find(theirs).sort(newestFirst())));
    }

    @Test
    default void theOrderHoldsOverSeveralValuesOfTheFieldBefore() {
        MongoCollection<Document> cases = cases();
        one(cases.createIndex(compoundIndex(ascending("area"), descending("at", "_id"))));
        var page = cases.find(in("area", "a0", "a3", "a4")).sort(newestFirst()).limit(20);
        assertExamined(page, 23);
        assertUnsorted(page);
        List<Object> expected = ids(cases.find().sort(newestFirst())).stream()
                .filter(id -> List.of("a0", "a3", "a4")
                        .contains(StoreUnderTest.byId(cases, id).getString("area")))
                .limit(20)
                .toList();
        assertThat(ids(page)).isEqualTo(expected);
    }

    @Test
    default void rangesAndPrefixesAreRead() {
        MongoCollection<Document> cases = cases();
        one(cases.createIndex(ascending("state", "at")));
        assertExamined(cases.find(eq("state", "s1")), 200);
        assertExamined(cases.find(and(eq("state", "s1"), gte("at", at(1_000_100L)), lt("at", at(1_000_130L)))), 10);
        assertExamined(cases.find(and(in("state", "s1", "s2"), gt("at", at(1_000_590L)))), 6);
        assertUnsorted(cases.find(eq("state", "s1")).sort(Sorts.descending("at")));
        assertUnsorted(cases.find().sort(Sorts.descending("state", "at")).limit(5));
    }

    @Test
    default void updatesAndDeletionsKeepTheIndexTrue() {
        MongoCollection<Document> cases = cases();
        one(cases.createIndex(ascending("state")));
        one(cases.updateMany(eq("state", "s0"), set("state", "done")));
        assertThat(ids(cases.find(eq("state", "s0")))).isEmpty();
        assertThat(ids(cases.find(eq("state", "done")))).hasSize(200);
        one(cases.deleteMany(eq("state", "done")));
        assertThat(one(cases.countDocuments(eq("state", "done")))).isZero();
        assertThat(one(cases.countDocuments(gte("state", "")))).isEqualTo(400);
    }

    @Test
    default void anArrayIsFoundByEachOfItsElementsAndOnce() {
        MongoCollection<Document> notices = holding(
                new Document("_id", 1).append("to", List.of("a", "b")),
                new Document("_id", 2).append("to", List.of("b", "b")),
                new Document("_id", 3).append("to", "b"),
                new Document("_id", 4).append("to", List.of()));
        one(notices.createIndex(ascending("to")));
        assertThat(ids(notices.find(eq("to", "b")))).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(ids(notices.find(in("to", "a", "b")))).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(one(notices.countDocuments(in("to", "a", "b")))).isEqualTo(3);
        assertExamined(notices.find(eq("to", "a")), 1);
        assertThat(ids(notices.find(and(gte("to", "a"), lt("to", "b"))))).containsExactly(1);
        one(notices.updateOne(eq("_id", 1), set("to", List.of("c"))));
        assertThat(ids(notices.find(eq("to", "a")))).isEmpty();
    }

    @Test
    default void twoArraysInOneIndexAreRefused() {
        MongoCollection<Document> things = fresh();
        one(things.createIndex(ascending("a", "b")));
        assertRefused(171, () -> one(things.insertOne(new Document("a", List.of(1)).append("b", List.of(2)))));
    }

    @Test
    default void aUniqueIndexRefusesTheSecond() {
        MongoCollection<Document> entries = fresh();
        one(entries.createIndex(ascending("observer", "seq"), new IndexOptions().unique(true)));
        one(entries.insertOne(new Document("_id", 1).append("observer", "o").append("seq", 1)));
        assertRefused(
                DUPLICATE_KEY,
                () -> one(entries.insertOne(
                        new Document("_id", 2).append("observer", "o").append("seq", 1L))));
        one(entries.insertOne(new Document("_id", 2).append("observer", "o").append("seq", 2)));
        assertRefused(DUPLICATE_KEY, () -> one(entries.updateOne(eq("_id", 2), set("seq", 1))));
        one(entries.updateOne(eq("_id", 2), inc("seq", 1)));
        one(entries.deleteOne(eq("_id", 1)));
        one(entries.insertOne(new Document("_id", 3).append("observer", "o").append("seq", 1)));
        assertThat(ids(entries.find(eq("observer", "o")).sort(Sorts.descending("seq"))))
                .containsExactly(2, 3);
    }

    @Test
    default void aUniqueIndexTakesAMissingFieldForNullUnlessItIsSparse() {
        MongoCollection<Document> strict = fresh();
        MongoCollection<Document> sparse = fresh();
        one(strict.createIndex(ascending("k"), new IndexOptions().unique(true)));
        one(sparse.createIndex(ascending("k"), new IndexOptions().unique(true).sparse(true)));
        for (MongoCollection<Document> each : List.of(strict, sparse)) {
            one(each.insertOne(new Document("_id", 1)));
        }
        assertRefused(DUPLICATE_KEY, () -> one(strict.insertOne(new Document("_id", 2))));
        one(sparse.insertOne(new Document("_id", 2)));
        one(sparse.insertOne(new Document("_id", 3).append("k", 1)));
        assertRefused(DUPLICATE_KEY, () -> one(sparse.insertOne(new Document("_id", 4).append("k", 1))));
        // What a sparse index leaves out is still found.
        assertThat(ids(sparse.find(eq("k", null)))).containsExactlyInAnyOrder(1, 2);
        assertThat(ids(sparse.find().sort(Sorts.ascending("k")))).hasSize(3);
    }

    @Test
    default void aSparseIndexServesThoseWhoHaveTheField() {
        MongoCollection<Document> outboxes = fresh();
        one(outboxes.insertMany(IntStream.range(0, 300)
                .mapToObj(i -> i % 100 == 0 ? new Document("_id", i).append("since", at(i)) : new Document("_id", i))
                .toList()));
        one(outboxes.createIndex(ascending("since"), new IndexOptions().sparse(true)));
        assertExamined(outboxes.find(lt("since", at(1000))), 3);
        assertThat(ids(outboxes.find(lt("since", at(1000))).sort(Sorts.ascending("since"))))
                .containsExactly(0, 100, 200);
        one(outboxes.updateOne(eq("_id", 100), new Document("$unset", new Document("since", ""))));
        assertThat(ids(outboxes.find(exists("since")))).containsExactlyInAnyOrder(0, 200);
    }

    @Test
    default void aPartialIndexMindsOnlyItsOwn() {
        MongoCollection<Document> claims = fresh();
        IndexOptions open = new IndexOptions().unique(true).partialFilterExpression(eq("state", "open"));
        one(claims.createIndex(ascending("task"), open));
        one(claims.insertOne(new Document("_id", 1).append("task", "t").append("state", "done")));
        one(claims.insertOne(new Document("_id", 2).append("task", "t").append("state", "done")));
        one(claims.insertOne(new Document("_id", 3).append("task", "t").append("state", "open")));
        assertRefused(
                DUPLICATE_KEY,
                () -> one(claims.insertOne(
                        new Document("_id", 4).append("task", "t").append("state", "open"))));
        assertRefused(DUPLICATE_KEY, () -> one(claims.updateOne(eq("_id", 1), set("state", "open"))));
        one(claims.updateOne(eq("_id", 3), set("state", "done")));
        one(claims.updateOne(eq("_id", 1), set("state", "open")));
        assertExamined(claims.find(and(eq("task", "t"), eq("state", "open"))), 1);
        assertThat(ids(claims.find(eq("task", "t")))).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    default void aDocumentGoesWhenItsTimeIsUp() {
        MongoCollection<Document> sessions = fresh();
        one(sessions.createIndex(ascending("until"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS)));
        one(sessions.insertMany(List.of(
                new Document("_id", "over")
                        .append("until", Date.from(Instant.now().minusSeconds(5))),
                new Document("_id", "later")
                        .append("until", Date.from(Instant.now().plusSeconds(3600))),
                new Document("_id", "never"),
                new Document("_id", "no date").append("until", "yesterday"))));
        MongoCollection<Document> kept = fresh();
        one(kept.createIndex(ascending("due"), new IndexOptions().expireAfter(600L, TimeUnit.SECONDS)));
        one(kept.insertMany(List.of(
                new Document("_id", "kept long enough")
                        .append("due", Date.from(Instant.now().minusSeconds(700))),
                new Document("_id", "due").append("due", Date.from(Instant.now().minusSeconds(300))))));
        await().atMost(Duration.ofSeconds(100)).until(() -> ids(kept.find()).equals(List.of("due")));
        await().atMost(Duration.ofSeconds(100)).until(() -> ids(sessions.find()).size() == 3);
        assertThat(ids(sessions.find())).containsExactlyInAnyOrder("later", "never", "no date");
    }

    @Test
    default void indexesAreListedAndCanBeAskedForTwice() {
        MongoCollection<Document> things = fresh();
        List<IndexModel> wanted = List.of(
                new IndexModel(ascending("a")),
                new IndexModel(descending("b"), new IndexOptions().unique(true).name("only-b")));
        for (int i = 0; i < 2; i++) {
            assertThat(all(things.createIndexes(wanted))).containsExactly("a_1", "only-b");
        }
        assertThat(all(things.listIndexes()))
                .extracting(index -> index.get("name"))
                .containsExactly("_id_", "a_1", "only-b");
        assertRefused(86, () -> one(things.createIndex(ascending("c"), new IndexOptions().name("a_1"))));
        assertRefused(85, () -> one(things.createIndex(ascending("a"), new IndexOptions().name("other"))));
        done(things.dropIndex("a_1"));
        assertThat(all(things.listIndexes()))
                .extracting(index -> index.get("name"))
                .containsExactly("_id_", "only-b");
        assertRefused(27, () -> done(things.dropIndex("a_1")));
    }

    @Test
    default void aUniqueIndexOverWhatIsNotUniqueIsRefusedAndLeavesNothingBehind() {
        MongoCollection<Document> things =
                holding(new Document("_id", 1).append("k", 1), new Document("_id", 2).append("k", 1));
        assertRefused(DUPLICATE_KEY, () -> one(things.createIndex(ascending("k"), new IndexOptions().unique(true))));
        assertThat(all(things.listIndexes())).hasSize(1);
        one(things.insertOne(new Document("_id", 3).append("k", 1)));
    }
}
