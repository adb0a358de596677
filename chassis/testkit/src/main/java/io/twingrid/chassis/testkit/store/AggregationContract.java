package io.twingrid.chassis.testkit.store;

import static com.mongodb.client.model.Accumulators.avg;
import static com.mongodb.client.model.Accumulators.first;
import static com.mongodb.client.model.Accumulators.max;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.count;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.lookup;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Aggregates.skip;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Aggregates.unwind;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Indexes.ascending;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.all;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.assertRefused;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

/** Documents are gathered, counted and joined. */
public interface AggregationContract extends StoreUnderTest {

    private MongoCollection<Document> sales() {
        MongoCollection<Document> sales = fresh();
        one(sales.insertMany(IntStream.range(0, 30)
                .mapToObj(i -> new Document("_id", i)
                        .append("area", "a" + i % 3)
                        .append("n", i)
                        .append("tags", List.of("t" + i % 2, "all")))
                .toList()));
        return sales;
    }

    private static List<Document> run(MongoCollection<Document> collection, Bson... stages) {
        return all(collection.aggregate(List.of(stages)));
    }

    @Test
    default void documentsAreGatheredByAField() {
        assertThat(run(
                        sales(),
                        match(gte("n", 3)),
                        group(
                                "$area",
                                sum("count", 1),
                                sum("total", "$n"),
                                avg("mean", "$n"),
                                max("most", "$n"),
                                first("any", "$area")),
                        sort(Sorts.ascending("_id"))))
                .extracting(
                        group -> group.get("_id"),
                        group -> group.get("count"),
                        group -> group.get("total"),
                        group -> group.get("most"))
                .containsExactly(tuple("a0", 9, 135, 27), tuple("a1", 9, 144, 28), tuple("a2", 9, 153, 29));
    }

    @Test
    default void theBeginningOfAPipelineIsAPage() {
        MongoCollection<Document> sales = sales();
        one(sales.createIndex(ascending("area", "n")));
        assertThat(run(sales, match(eq("area", "a1")), sort(Sorts.descending("n")), skip(1), limit(2)))
                .extracting(document -> document.get("n"))
                .containsExactly(25, 22);
        assertThat(run(sales, match(eq("area", "a1")), limit(4), skip(3), count("c")))
                .containsExactly(new Document("c", 1));
    }

    @Test
    default void arraysAreUnwoundAndFieldsComputed() {
        assertThat(run(
                        sales(),
                        unwind("$tags"),
                        match(eq("tags", "t1")),
                        project(Projections.fields(
                                Projections.excludeId(),
                                Projections.computed("twice", new Document("$multiply", List.of("$n", 2))))),
                        sort(Sorts.ascending("twice")),
                        limit(2)))
                .containsExactly(new Document("twice", 2), new Document("twice", 6));
    }

    @Test
    default void collectionsAreJoined() {
        MongoCollection<Document> areas = holding(new Document("_id", "a0").append("name", "Zero"));
        List<Document> joined = run(
                sales(), match(eq("_id", 3)), lookup(areas.getNamespace().getCollectionName(), "area", "_id", "where"));
        assertThat(joined.getFirst().getList("where", Document.class))
                .containsExactly(new Document("_id", "a0").append("name", "Zero"));
    }

    @Test
    default void aLongResultComesInBatches() {
        MongoCollection<Document> sales = sales();
        assertThat(all(sales.aggregate(List.of(match(gte("n", 0)))).batchSize(4)))
                .hasSize(30);
        assertThat(all(sales.aggregate(List.of(group("$n"))).batchSize(4))).hasSize(30);
    }

    @Test
    default void anUnknownStageIsRefusedByName() {
        MongoCollection<Document> sales = sales();
        assertRefused(40324, () -> run(sales, new Document("$frobnicate", new Document())));
        assertRefused(
                15952,
                () -> run(sales, new Document("$group", new Document("_id", 1).append("x", new Document("$frob", 1)))));
    }
}
