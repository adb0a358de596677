package io.twingrid.chassis.testkit.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.all;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.assertRefused;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.byId;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.ids;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.FindOneAndReplaceOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonInt32;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Documents come, change and go; of two writers who saw the same version, one wins. */
public interface WriteContract extends StoreUnderTest {

    @Test
    default void ofTwoWritersWhoSawTheSameVersionOneWins() {
        MongoCollection<Document> cases = holding(new Document("_id", "c1").append("version", 1));
        UpdateResult first = one(cases.updateOne(and(eq("_id", "c1"), eq("version", 1)), inc("version", 1)));
        UpdateResult second = one(cases.updateOne(and(eq("_id", "c1"), eq("version", 1)), inc("version", 1)));
        assertThat(first.getModifiedCount()).isEqualTo(1);
        assertThat(second.getMatchedCount()).isZero();
        assertThat(byId(cases, "c1").getInteger("version")).isEqualTo(2);
    }

    @Test
    default void sixteenWritersLoseNoIncrement() {
        MongoCollection<Document> counters = holding(new Document("_id", 1).append("n", 0));
        Flux.range(0, 400)
                .flatMap(i -> counters.updateOne(eq("_id", 1), inc("n", 1)), 16)
                .blockLast();
        assertThat(byId(counters, 1).getInteger("n")).isEqualTo(400);
    }

    @Test
    default void anUpdateThatChangesNothingMatchesAndModifiesNothing() {
        MongoCollection<Document> things = holding(new Document("_id", 1).append("state", "open"));
        UpdateResult result = one(things.updateOne(eq("_id", 1), set("state", "open")));
        assertThat(result.getMatchedCount()).isEqualTo(1);
        assertThat(result.getModifiedCount()).isZero();
    }

    @Test
    default void anUpsertMakesTheDocumentOnceAndThenChangesIt() {
        MongoCollection<Document> views = fresh();
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        List<WriteModel<Document>> writes = List.of(
                new UpdateOneModel<>(eq("_id", "r1"), set("status", "submitted"), upsert),
                new UpdateOneModel<>(eq("_id", "r1"), setOnInsert("first", true), upsert),
                new UpdateOneModel<>(eq("_id", "r2"), setOnInsert("first", true), upsert));
        BulkWriteResult result = one(views.bulkWrite(writes, new BulkWriteOptions().ordered(true)));
        assertThat(result.getUpserts())
                .extracting(upserted -> upserted.getIndex())
                .containsExactly(0, 2);
        assertThat(result.getMatchedCount()).isEqualTo(1);
        assertThat(byId(views, "r1")).isEqualTo(new Document("_id", "r1").append("status", "submitted"));
        assertThat(byId(views, "r2")).isEqualTo(new Document("_id", "r2").append("first", true));
    }

    @Test
    default void anUpsertTakesTheEqualitiesOfItsFilter() {
        MongoCollection<Document> things = fresh();
        one(things.updateOne(
                and(eq("_id", "x"), eq("area.street", "guankou"), gte("n", 5)),
                set("state", "new"),
                new UpdateOptions().upsert(true)));
        assertThat(byId(things, "x"))
                .isEqualTo(new Document("_id", "x")
                        .append("area", new Document("street", "guankou"))
                        .append("state", "new"));
    }

    @Test
    default void anUpsertOfAVersionThatIsGoneIsRefusedAsADuplicate() {
        MongoCollection<Document> cases = holding(new Document("_id", "c1").append("version", 2));
        assertRefused(
                DUPLICATE_KEY,
                () -> one(cases.updateOne(
                        and(eq("_id", "c1"), eq("version", 1)), set("state", "x"), new UpdateOptions().upsert(true))));
    }

    @Test
    default void aSecondDocumentWithTheSameIdIsRefused() {
        MongoCollection<Document> things = holding(new Document("_id", 7L));
        assertRefused(DUPLICATE_KEY, () -> one(things.insertOne(new Document("_id", 7.0))));
        assertRefused(DUPLICATE_KEY, () -> one(things.insertOne(new Document("_id", 7))));
        assertThat(one(things.countDocuments())).isEqualTo(1);
    }

    @Test
    default void anOrderedBatchEndsAtTheFirstRefusalAndAnUnorderedOneGoesOn() {
        MongoCollection<Document> ordered = holding(new Document("_id", 2));
        MongoCollection<Document> unordered = holding(new Document("_id", 2));
        List<InsertOneModel<Document>> three = IntStream.rangeClosed(1, 3)
                .mapToObj(i -> new InsertOneModel<>(new Document("_id", i).append("new", true)))
                .toList();
        MongoBulkWriteException first = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> one(ordered.bulkWrite(three, new BulkWriteOptions().ordered(true))));
        MongoBulkWriteException second = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> one(unordered.bulkWrite(three, new BulkWriteOptions().ordered(false))));
        assertThat(first.getWriteResult().getInsertedCount()).isEqualTo(1);
        assertThat(second.getWriteResult().getInsertedCount()).isEqualTo(2);
        assertThat(first.getWriteErrors()).singleElement().satisfies(error -> {
            assertThat(error.getIndex()).isEqualTo(1);
            assertThat(error.getCode()).isEqualTo(DUPLICATE_KEY);
        });
        assertThat(ids(ordered.find())).containsExactlyInAnyOrder(1, 2);
        assertThat(ids(unordered.find())).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    default void anOrderedBatchOfUpdatesEndsAtTheFirstRefusal() {
        MongoCollection<Document> things =
                holding(new Document("_id", 1).append("k", 1), new Document("_id", 2).append("k", 2));
        one(things.createIndex(ascending("k"), new IndexOptions().unique(true)));
        List<UpdateOneModel<Document>> writes = List.of(
                new UpdateOneModel<>(eq("_id", 1), set("k", 2)), new UpdateOneModel<>(eq("_id", 2), set("seen", true)));
        assertRefused(DUPLICATE_KEY, () -> one(things.bulkWrite(writes, new BulkWriteOptions().ordered(true))));
        assertThat(byId(things, 1)).isEqualTo(new Document("_id", 1).append("k", 1));
        assertThat(byId(things, 2)).doesNotContainKey("seen");
    }

    @Test
    default void aDocumentWithoutAnIdGetsOneAndItStandsFirst() {
        MongoCollection<Document> things = fresh();
        one(things.updateOne(eq("name", "n"), set("x", 1), new UpdateOptions().upsert(true)));
        Document made = one(things.find());
        assertThat(made.keySet()).containsExactly("_id", "name", "x");
        assertThat(made.get("_id")).isInstanceOf(ObjectId.class);
    }

    @Test
    default void aReplacementKeepsTheIdAndNothingElse() {
        MongoCollection<Document> things =
                holding(new Document("_id", 1).append("a", 1).append("b", 2));
        one(things.replaceOne(eq("_id", 1), new Document("c", 3)));
        one(things.replaceOne(eq("_id", 2), new Document("d", 4), new ReplaceOptions().upsert(true)));
        assertThat(all(things.find()))
                .containsExactlyInAnyOrder(
                        new Document("_id", 1).append("c", 3), new Document("_id", 2).append("d", 4));
    }

    @Test
    default void aReplacementsFieldsStandInItsOwnOrder() {
        MongoCollection<Document> things =
                holding(new Document("_id", 1).append("a", 1).append("b", 2));
        one(things.replaceOne(eq("_id", 1), new Document("b", 3).append("a", 4)));
        assertThat(byId(things, 1).keySet()).containsExactly("_id", "b", "a");
        Document replaced = one(things.findOneAndReplace(
                eq("_id", 1),
                new Document("c", 1).append("b", 9),
                new FindOneAndReplaceOptions().returnDocument(ReturnDocument.AFTER)));
        assertThat(replaced.keySet()).containsExactly("_id", "c", "b");
        assertRefused(66, () -> one(things.replaceOne(eq("_id", 1), new Document("_id", 2))));
    }

    @Test
    default void findOneAndUpdateAnswersWithTheDocumentBeforeOrAfter() {
        MongoCollection<Document> heads = holding(new Document("_id", "h").append("seq", 4));
        Document before = one(heads.findOneAndUpdate(eq("_id", "h"), inc("seq", 1)));
        Document after = one(heads.findOneAndUpdate(
                eq("_id", "h"), inc("seq", 1), new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
        Document made = one(heads.findOneAndUpdate(
                eq("_id", "new"),
                inc("seq", 1),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        assertThat(before.getInteger("seq")).isEqualTo(4);
        assertThat(after.getInteger("seq")).isEqualTo(6);
        assertThat(made).isEqualTo(new Document("_id", "new").append("seq", 1));
        assertThat(Mono.from(heads.findOneAndUpdate(eq("_id", "none"), inc("seq", 1)))
                        .blockOptional())
                .isEmpty();
    }

    @Test
    default void findOneAndUpdateTakesTheFirstInTheOrderAskedFor() {
        MongoCollection<Document> jobs = holding(
                new Document("_id", 1).append("due", 30),
                new Document("_id", 2).append("due", 10),
                new Document("_id", 3).append("due", 20));
        Document claimed = one(jobs.findOneAndUpdate(
                gte("due", 15), set("claimed", true), new FindOneAndUpdateOptions().sort(ascending("due"))));
        assertThat(claimed.get("_id")).isEqualTo(3);
        assertThat(one(jobs.findOneAndDelete(eq("_id", 2))).get("due")).isEqualTo(10);
        assertThat(ids(jobs.find())).containsExactlyInAnyOrder(1, 3);
    }

    @Test
    default void deletionsTakeOneOrAll() {
        MongoCollection<Document> things = holding(
                new Document("_id", 1).append("old", true),
                new Document("_id", 2).append("old", true),
                new Document("_id", 3).append("old", true),
                new Document("_id", 4).append("old", false));
        assertThat(one(things.deleteOne(eq("old", true))).getDeletedCount()).isEqualTo(1);
        assertThat(one(things.deleteMany(eq("old", true))).getDeletedCount()).isEqualTo(2);
        assertThat(one(things.bulkWrite(List.of(new DeleteOneModel<>(eq("_id", 9)))))
                        .getDeletedCount())
                .isZero();
        assertThat(ids(things.find())).containsExactly(4);
    }

    @Test
    default void aValueThatIsSetByIdStandsWhereItStoodOrAtTheEnd() {
        MongoCollection<Document> things =
                holding(new Document("_id", 1).append("a", 1).append("b", 2).append("k", 1), new Document("_id", 2));
        one(things.createIndex(ascending("k"), new IndexOptions().unique(true)));
        assertThat(one(things.updateOne(eq("_id", 1L), new Document("$set", new Document("b", 3).append("c", null))))
                        .getModifiedCount())
                .isEqualTo(1);
        assertThat(byId(things, 1).entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .toList())
                .containsExactly("_id=1", "a=1", "b=3", "k=1", "c=null");
        assertRefused(DUPLICATE_KEY, () -> one(things.updateOne(eq("_id", 2), set("k", 1))));
        assertThat(byId(things, 2)).doesNotContainKey("k");
        assertThat(one(things.updateOne(eq("_id", 3), set("k", 5))).getMatchedCount())
                .isZero();
        assertThat(one(things.updateOne(eq("_id", 3), set("k", 5), new UpdateOptions().upsert(true)))
                        .getUpsertedId())
                .isEqualTo(new BsonInt32(3));
        assertThat(ids(things.find(eq("k", 5)))).containsExactly(3);
    }

    @Test
    default void allThatMatchAreUpdated() {
        MongoCollection<Document> things = holding(
                new Document("_id", 1).append("n", 1),
                new Document("_id", 2).append("n", 5),
                new Document("_id", 3).append("n", 9));
        UpdateResult result = one(things.updateMany(gte("n", 5), set("big", true)));
        assertThat(result.getModifiedCount()).isEqualTo(2);
        assertThat(ids(things.find(eq("big", true)))).containsExactlyInAnyOrder(2, 3);
    }
}
