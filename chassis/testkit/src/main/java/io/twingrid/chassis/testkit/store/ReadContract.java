package io.twingrid.chassis.testkit.store;

import static com.mongodb.client.model.Filters.all;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Filters.type;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.inc;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.assertRefused;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.at;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.ids;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.one;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What filters find, in which order, how much of it, and in which form. */
public interface ReadContract extends StoreUnderTest {

    private MongoCollection<Document> mixed() {
        return holding(
                new Document("_id", 1).append("n", 1).append("s", "a").append("tags", List.of("x", "y")),
                new Document("_id", 2).append("n", 5L).append("s", "b").append("tags", List.of()),
                new Document("_id", 3).append("n", 9.5).append("s", "ab").append("o", new Document("p", 1)),
                new Document("_id", 4).append("n", null).append("s", 7),
                new Document("_id", 5).append("n", List.of(2, 12)));
    }

    @Test
    default void comparisonsStayWithinTheirType() {
        MongoCollection<Document> things = mixed();
        assertThat(ids(things.find(gt("n", 4)))).containsExactlyInAnyOrder(2, 3, 5);
        assertThat(ids(things.find(and(gt("n", 4), lt("n", 9))))).containsExactlyInAnyOrder(2, 5);
        assertThat(ids(things.find(gte("s", "ab")))).containsExactlyInAnyOrder(2, 3);
        assertThat(ids(things.find(eq("n", 5.0)))).containsExactly(2);
        assertThat(ids(things.find(eq("n", 12)))).containsExactly(5);
        assertThat(ids(things.find(eq("n", List.of(2, 12))))).containsExactly(5);
    }

    @Test
    default void nullFindsWhatIsNullOrMissing() {
        MongoCollection<Document> things = mixed();
        assertThat(ids(things.find(eq("n", null)))).containsExactly(4);
        assertThat(ids(things.find(eq("o", null)))).containsExactlyInAnyOrder(1, 2, 4, 5);
        assertThat(ids(things.find(exists("n", false)))).isEmpty();
        assertThat(ids(things.find(and(exists("n"), ne("n", null))))).containsExactlyInAnyOrder(1, 2, 3, 5);
    }

    @Test
    default void listsOfValuesFindAnyAndNone() {
        MongoCollection<Document> things = mixed();
        assertThat(ids(things.find(in("s", "a", "b")))).containsExactlyInAnyOrder(1, 2);
        assertThat(ids(things.find(nin("s", "a", "b")))).containsExactlyInAnyOrder(3, 4, 5);
        assertThat(ids(things.find(or(eq("s", "a"), eq("o.p", 1))))).containsExactlyInAnyOrder(1, 3);
        assertThat(ids(things.find(nor(eq("s", "a"), eq("o.p", 1))))).containsExactlyInAnyOrder(2, 4, 5);
        assertThat(ids(things.find(not(gt("n", 4))))).containsExactlyInAnyOrder(1, 4);
    }

    @Test
    default void arraysAreFoundByWhatIsInThem() {
        MongoCollection<Document> things = mixed();
        assertThat(ids(things.find(eq("tags", "y")))).containsExactly(1);
        assertThat(ids(things.find(all("tags", "x", "y")))).containsExactly(1);
        assertThat(ids(things.find(all("s", "a")))).containsExactly(1);
        assertThat(ids(things.find(size("tags", 0)))).containsExactly(2);
        assertThat(ids(things.find(elemMatch("n", new Document("$gt", 1).append("$lt", 3)))))
                .containsExactly(5);
        // Two conditions on an array may be met by two of its elements.
        assertThat(ids(things.find(and(gt("n", 11), lt("n", 3))))).containsExactly(5);
        assertThat(ids(things.find(new Document("n", new Document("$gt", 11).append("$lt", 3)))))
                .containsExactly(5);
    }

    @Test
    default void textIsFoundByPatternAndByType() {
        MongoCollection<Document> things = mixed();
        assertThat(ids(things.find(regex("s", "^A", "i")))).containsExactlyInAnyOrder(1, 3);
        assertThat(ids(things.find(type("s", BsonType.INT32)))).containsExactly(4);
    }

    @Test
    default void valuesOfAllKindsComeBackAsTheyWere() {
        Document all = new Document("_id", new ObjectId())
                .append("int", 1)
                .append("long", Long.MAX_VALUE)
                .append("double", -0.5)
                .append("decimal", Decimal128.parse("12.340"))
                .append("text", "灌口 🚲")
                .append("bool", true)
                .append("date", Date.from(Instant.parse("2026-11-22T01:02:03.004Z")))
                .append("uuid", UUID.fromString("123e4567-e89b-12d3-a456-426614174000"))
                .append("bytes", new Binary(new byte[] {1, 2, 3}))
                .append("null", null)
                .append("list", List.of(1, List.of(2), new Document("x", 3)))
                .append("document", new Document("b", 1).append("a", 2));
        assertThat(one(holding(all).find())).isEqualTo(all);
    }

    @Test
    default void valuesOfDifferentTypesHaveOneOrder() {
        List<Object> ordered = List.of(
                -1.5,
                0,
                Long.MAX_VALUE,
                "",
                "a",
                "ab",
                "b",
                new Document("a", 1),
                new Document("a", 2),
                new ObjectId(),
                false,
                true,
                at(0),
                at(1));
        MongoCollection<Document> things = fresh();
        one(things.insertMany(IntStream.range(0, ordered.size())
                .mapToObj(i -> new Document("_id", ordered.size() - i).append("v", ordered.get(ordered.size() - i - 1)))
                .toList()));
        List<Object> upwards =
                List.copyOf(IntStream.rangeClosed(1, ordered.size()).boxed().toList());
        assertThat(ids(things.find().sort(ascending("v")))).isEqualTo(upwards);
        one(things.createIndex(ascending("v")));
        assertThat(ids(things.find().sort(ascending("v")))).isEqualTo(upwards);
        assertThat(ids(things.find().sort(descending("v")))).isEqualTo(upwards.reversed());
    }

    @Test
    default void aPageIsSortedSkippedAndLimited() {
        MongoCollection<Document> things = mixed();
        assertThat(ids(things.find().sort(descending("_id")).skip(1).limit(2))).containsExactly(4, 3);
        // An array stands where its lowest element stands, or its highest when that comes first.
        assertThat(ids(things.find().sort(ascending("n")))).containsExactly(4, 1, 5, 2, 3);
        assertThat(ids(things.find().sort(descending("n")))).containsExactly(5, 3, 2, 1, 4);
    }

    @Test
    default void onlyTheFieldsAskedForCome() {
        MongoCollection<Document> things = holding(new Document("_id", 1)
                .append("a", 1)
                .append("o", new Document("p", 1).append("q", 2))
                .append("l", List.of(1, 2, 3)));
        assertThat(one(things.find().projection(Projections.include("a", "o.q"))))
                .isEqualTo(new Document("_id", 1).append("a", 1).append("o", new Document("q", 2)));
        assertThat(one(things.find().projection(Projections.exclude("o", "_id"))))
                .isEqualTo(new Document("a", 1).append("l", List.of(1, 2, 3)));
        assertThat(one(things.find().projection(Projections.slice("l", -1))).get("l"))
                .isEqualTo(List.of(3));
    }

    @Test
    default void documentsAreCounted() {
        MongoCollection<Document> things = mixed();
        assertThat(one(things.countDocuments())).isEqualTo(5);
        assertThat(one(things.countDocuments(gt("n", 4)))).isEqualTo(3);
        assertThat(one(things.countDocuments(
                        gt("n", 4), new CountOptions().skip(1).limit(1))))
                .isEqualTo(1);
        assertThat(one(things.estimatedDocumentCount())).isEqualTo(5);
        assertThat(StoreUnderTest.all(things.distinct("s", String.class).filter(type("s", BsonType.STRING))))
                .containsExactlyInAnyOrder("a", "b", "ab");
    }

    @Test
    default void aLongResultComesInBatchesAndIsNotDisturbedByWriters() {
        MongoCollection<Document> things = fresh();
        one(things.insertMany(IntStream.range(0, 1000)
                .mapToObj(i -> new Document("_id", i).append("n", i % 7))
                .toList()));
        List<Integer> seen = Flux.from(things.find().sort(ascending("_id")).batchSize(50))
                .concatMap(document -> Flux.from(things.updateOne(eq("_id", document.get("_id")), inc("n", 1)))
                        .map(updated -> document.getInteger("_id")))
                .collectList()
                .block();
        assertThat(seen).hasSize(1000).doesNotHaveDuplicates();
    }

    @Test
    default void whatIsNoQueryIsRefusedAlsoWhereNothingIs() {
        MongoCollection<Document> nothing = fresh();
        one(nothing.insertOne(new Document("_id", 1)));
        one(nothing.deleteOne(eq("_id", 1)));
        assertRefused(2, () -> one(nothing.find(new Document("a", new Document("$frobnicate", 1)))));
        assertRefused(2, () -> one(nothing.find(new Document("$frobnicate", List.of()))));
        assertRefused(2, () -> one(nothing.find(new Document("$or", List.of()))));
        assertRefused(2, () -> one(nothing.find().hint(new Document("nowhere", 1))));
    }
}
