package io.twingrid.chassis.embedded.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import io.twingrid.chassis.embedded.store.engine.CollectionData;
import io.twingrid.chassis.embedded.store.engine.Engine;
import io.twingrid.chassis.embedded.store.engine.EngineSettings;
import io.twingrid.chassis.embedded.store.engine.Namespace;
import io.twingrid.chassis.embedded.store.index.IndexSpecParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Which way is chosen, over a thousand documents: {@code a} has ten values, {@code b} a hundred, {@code c} is unique. */
@TestInstance(Lifecycle.PER_CLASS)
class PlannerTest {

    private Engine engine;
    private CollectionData data;

    @BeforeAll
    void fill(@TempDir Path folder) {
        engine = Engine.open(folder, EngineSettings.withDefaults(false));
        data = engine.create(new Namespace("town", "things"));
        IntStream.range(0, 1000)
                .forEach(i -> data.insert(new Document("_id", i)
                        .append("a", i % 10)
                        .append("b", i % 100)
                        .append("c", i)
                        .append("tags", List.of(i % 7, i % 5))));
        for (Document key : List.of(
                new Document("a", 1).append("c", -1),
                new Document("b", 1),
                new Document("c", 1),
                new Document("tags", 1).append("c", 1))) {
            engine.createIndex(data, IndexSpecParser.parse(new Document("key", key)));
        }
    }

    @AfterAll
    void close() {
        engine.close();
    }

    private Plan plan(Document filter, @Nullable Document sort, long limit) {
        return Planner.plan(data, new Query(filter, sort, 0, limit, null));
    }

    private static String nameOf(Plan plan) {
        return Objects.requireNonNull(plan.index()).spec().name();
    }

    private static Document where(String field, Object value) {
        return new Document(field, value);
    }

    @Test
    void theIndexThatLeavesLeastToReadIsTaken() {
        assertThat(nameOf(plan(where("a", 3).append("b", 33), null, 0))).isEqualTo("b_1");
        assertThat(nameOf(plan(where("a", 3).append("c", new Document("$gt", 990)), null, 0)))
                .isEqualTo("a_1_c_-1");
        assertThat(nameOf(plan(where("b", 5).append("_id", 5), null, 0))).isEqualTo("_id_");
        assertThat(plan(where("nowhere", 1), null, 0).index()).isNull();
    }

    @Test
    void anOrderIsTakenFromAnIndexWhereThatIsCheaper() {
        Plan page = plan(where("a", 3), where("c", -1), 20);
        assertThat(nameOf(page)).isEqualTo("a_1_c_-1");
        assertThat(page.sorted()).isTrue();
        assertThat(page.backwards()).isFalse();
        assertThat(plan(where("a", 3), where("c", 1), 20).backwards()).isTrue();
        // Ten documents are sooner sorted than a thousand are read in order.
        Plan few = plan(where("b", 5), where("c", 1), 0);
        assertThat(nameOf(few)).isEqualTo("b_1");
        assertThat(few.sorted()).isFalse();
    }

    @Test
    void anOrderBehindSeveralValuesIsMerged() {
        Plan merged = plan(where("a", new Document("$in", List.of(1, 2, 5))), where("c", -1), 10);
        assertThat(merged.sorted()).isTrue();
        assertThat(merged.mergeFields()).isEqualTo(1);
        Plan inLine = plan(where("a", new Document("$in", List.of(1, 2, 5))), new Document("a", 1).append("c", -1), 10);
        assertThat(inLine.sorted()).isTrue();
        assertThat(inLine.mergeFields()).isZero();
    }

    @Test
    void aMixedOrderNeedsTheIndexsDirections() {
        assertThat(plan(new Document(), new Document("a", -1).append("c", 1), 10)
                        .sorted())
                .isTrue();
        assertThat(plan(new Document(), new Document("a", 1).append("c", 1), 10).sorted())
                .isFalse();
    }

    @Test
    void alternativesNarrowWhatTheyAllConstrain() {
        Document keyset = where("a", 3)
                .append(
                        "$or",
                        List.of(
                                where("c", new Document("$lt", 500)),
                                where("c", 500).append("_id", 1)));
        Plan page = plan(keyset, where("c", -1), 20);
        assertThat(page.ranges()).hasSize(1);
        assertThat(page.sorted()).isTrue();
        assertThat(Objects.requireNonNull(page.index())
                        .count(
                                page.ranges().getFirst().from(),
                                page.ranges().getFirst().to()))
                .isEqualTo(50);
    }

    @Test
    void anArrayLetsOnlyOneOfTwoConditionsNarrow() {
        Plan plan = plan(
                where("tags", new Document("$gt", 5)).append("$and", List.of(where("tags", new Document("$lt", 1)))),
                null,
                0);
        long matches =
                IntStream.range(0, 1000).filter(i -> i % 7 == 6 && (i % 5 == 0)).count();
        QueryCounters counters = new QueryCounters();
        Document filter = new Document(
                "$and", List.of(where("tags", new Document("$gt", 5)), where("tags", new Document("$lt", 1))));
        long found = engine.pinned(() -> Scan.count(data, Query.of(filter), counters));
        assertThat(plan.exact()).isFalse();
        assertThat(found).isEqualTo(matches);
    }

    @Test
    void whatAnIndexCanCountIsNotRead() {
        QueryCounters counters = new QueryCounters();
        long count = engine.pinned(
                () -> Scan.count(data, Query.of(where("a", 3).append("c", new Document("$gte", 500))), counters));
        assertThat(count).isEqualTo(50);
        assertThat(counters.documentsExamined()).isZero();
    }

    @Test
    void aSortWithoutAnIndexKeepsOnlyWhatIsWanted() {
        QueryCounters counters = new QueryCounters();
        List<Object> found = engine.pinned(() -> {
            List<Object> ids = new ArrayList<>();
            Query query = new Query(new Document(), new Document("b", -1).append("_id", 1), 2, 3, null);
            for (Scan scan = Scan.open(data, query, counters); scan.hasNext(); ) {
                ids.add(scan.next().document().get("_id"));
            }
            return ids;
        });
        assertThat(found).containsExactly(299, 399, 499);
        assertThat(counters.sorts()).isEqualTo(1);
    }
}
