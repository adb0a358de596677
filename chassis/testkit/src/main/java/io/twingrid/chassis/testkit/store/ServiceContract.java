package io.twingrid.chassis.testkit.store;

import static com.mongodb.client.model.Filters.all;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.assertExamined;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.assertRefused;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.assertUnsorted;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.at;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.byId;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.ids;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The single operations in the combinations in which services use them. */
public interface ServiceContract extends StoreUnderTest {

    private static UpdateOptions upsert() {
        return new UpdateOptions().upsert(true);
    }

    @Test
    default void theStoreAnswersToAPing() {
        assertThat(one(database().runCommand(new Document("ping", 1))).get("ok", Number.class))
                .satisfies(ok -> assertThat(ok.doubleValue()).isEqualTo(1));
    }

    @Test
    default void aFactIsAppliedToAViewOnce() {
        MongoCollection<Document> views = holding(new Document("_id", "r")
                .append("timeline", List.of(new Document("at", at(30)).append("type", "later"))));
        Bson unapplied = and(eq("_id", "r"), ne("applied", "f1"), exists("feedback", false));
        Document entry = new Document("at", at(20)).append("type", "routed");
        Bson applying = combine(
                set("status", "routed"),
                push("applied", "f1"),
                addToSet("supporters", "o"),
                pushEach(
                        "timeline",
                        List.of(entry),
                        new PushOptions().sortDocument(Sorts.ascending("at")).slice(-2)));
        assertThat(one(views.updateOne(unapplied, applying)).getModifiedCount()).isEqualTo(1);
        assertThat(one(views.updateOne(unapplied, applying)).getMatchedCount()).isZero();
        assertThat(byId(views, "r").getList("timeline", Document.class))
                .extracting(step -> step.get("type"))
                .containsExactly("routed", "later");
    }

    @Test
    default void countersOfASlotAreMadeWithItAndGrow() {
        MongoCollection<Document> slots = fresh();
        Bson counting = combine(
                inc("counts.道路破损", 1L),
                inc("counts.all", 2L),
                pushEach("recent", List.of("a", "b"), new PushOptions().slice(-3)),
                setOnInsert("day", "2026-11-22"));
        for (int i = 0; i < 2; i++) {
            one(slots.updateOne(and(eq("_id", "s"), ne("recent", "c")), counting, upsert()));
        }
        assertThat(byId(slots, "s"))
                .isEqualTo(new Document("_id", "s")
                        .append("counts", new Document("道路破损", 2L).append("all", 4L))
                        .append("recent", List.of("b", "a", "b"))
                        .append("day", "2026-11-22"));
    }

    @Test
    default void aMarkMovesForwardsOnlyAndADateBackwardsOnly() {
        MongoCollection<Document> marks = fresh();
        for (long seq : List.of(5L, 9L, 7L)) {
            one(marks.updateOne(eq("_id", "m"), combine(max("seq", seq), min("first", at(seq))), upsert()));
        }
        assertThat(byId(marks, "m"))
                .isEqualTo(new Document("_id", "m").append("seq", 9L).append("first", at(5)));
    }

    @Test
    default void anIncrementThatWasMadeIsRefusedAsADuplicate() {
        MongoCollection<Document> rows = fresh();
        Bson unmade = and(eq("_id", "r"), not(gte("through.o", 4L)));
        Bson increment = combine(inc("points", 10), set("through.o", 4L), setOnInsert("board", "b"));
        one(rows.updateOne(unmade, increment, upsert()));
        assertRefused(DUPLICATE_KEY, () -> one(rows.updateOne(unmade, increment, upsert())));
        assertThat(byId(rows, "r").get("points")).isEqualTo(10);
    }

    @Test
    default void workThatIsDueIsClaimedByOneAndTheEarliestFirst() {
        MongoCollection<Document> targets = holding(
                new Document("_id", 1).append("work", at(20)).append("rest", at(0)),
                new Document("_id", 2).append("work", at(10)).append("rest", at(0)),
                new Document("_id", 3).append("work", at(10)).append("rest", at(99)),
                new Document("_id", 4).append("rest", at(0)));
        one(targets.createIndex(ascending("kind", "work")));
        Bson due = and(lte("work", at(20)), lte("rest", at(20)));
        FindOneAndUpdateOptions earliest =
                new FindOneAndUpdateOptions().sort(Sorts.ascending("work")).returnDocument(ReturnDocument.AFTER);
        Bson claim = combine(set("rest", at(50)), set("holder", "me"), unset("work"));
        assertThat(one(targets.findOneAndUpdate(due, claim, earliest)).get("_id"))
                .isEqualTo(2);
        assertThat(one(targets.findOneAndUpdate(due, claim, earliest)))
                .isEqualTo(new Document("_id", 1).append("rest", at(50)).append("holder", "me"));
        assertThat(Mono.from(targets.findOneAndUpdate(due, claim, earliest)).blockOptional())
                .isEmpty();
    }

    @Test
    default void whatIsThereAlreadyIsNamedAndTheOthersComeIn() {
        MongoCollection<Document> things = holding(new Document("_id", 2));
        List<Document> three = IntStream.rangeClosed(1, 3)
                .mapToObj(i -> new Document("_id", i))
                .toList();
        MongoBulkWriteException refused = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> one(things.insertMany(three, new InsertManyOptions().ordered(false))));
        assertThat(refused.getWriteErrors())
                .extracting(error -> error.getIndex())
                .containsExactly(1);
        assertThat(ids(things.find().sort(Sorts.ascending("_id")))).containsExactly(1, 2, 3);
    }

    @Test
    default void aBatchHoldsWritesOfAllKinds() {
        MongoCollection<Document> things =
                holding(new Document("_id", 1).append("n", 1), new Document("_id", 2).append("n", 1));
        var result = one(things.bulkWrite(List.of(
                new InsertOneModel<>(new Document("_id", 3).append("n", 1)),
                new UpdateManyModel<>(eq("n", 1), inc("n", 1)),
                new UpdateOneModel<>(eq("_id", 9), setOnInsert("n", 0), upsert()),
                new DeleteOneModel<>(eq("_id", 1)))));
        assertThat(result.getInsertedCount()).isEqualTo(1);
        assertThat(result.getModifiedCount()).isEqualTo(3);
        assertThat(result.getUpserts()).hasSize(1);
        assertThat(result.getDeletedCount()).isEqualTo(1);
        assertThat(ids(things.find(gte("n", 0)).sort(Sorts.ascending("_id")))).containsExactly(2, 3, 9);
    }

    @Test
    default void aPageOfAnArraysElementIsInOrderAndReadsNoMore() {
        MongoCollection<Document> lines = fresh();
        one(lines.insertMany(IntStream.range(0, 300)
                .mapToObj(i -> new Document("_id", i).append("subjects", List.of("s" + i % 3, "all")))
                .toList()));
        one(lines.createIndex(compoundIndex(ascending("subjects"), descending("_id"))));
        var page = lines.find(and(eq("subjects", "s1"), lt("_id", 100)))
                .sort(Sorts.descending("_id"))
                .limit(3);
        assertThat(ids(page)).containsExactly(97, 94, 91);
        assertExamined(page, 3);
        assertUnsorted(page);
        assertThat(ids(lines.find(and(all("subjects", "s2", "all"), lte("_id", 5)))))
                .containsExactlyInAnyOrder(2, 5);
    }
}
