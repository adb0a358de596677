package io.twingrid.chassis.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import io.twingrid.chassis.embedded.store.engine.Copies;
import io.twingrid.chassis.embedded.store.engine.Engine;
import io.twingrid.chassis.embedded.store.engine.EngineSettings;
import io.twingrid.chassis.embedded.store.engine.Namespace;
import io.twingrid.chassis.embedded.store.index.IndexSpecParser;
import io.twingrid.chassis.embedded.store.query.Found;
import io.twingrid.chassis.embedded.store.query.Query;
import io.twingrid.chassis.embedded.store.query.QueryCounters;
import io.twingrid.chassis.embedded.store.query.Scan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random changes, queries and kills, against a plain map that is searched from end to end. What an index finds, in which
 * order it finds it and what is left after a kill must be what the map says.
 */
class StoreModelTest {

    private static final EngineSettings RESTLESS =
            new EngineSettings(false, 1 << 13, 1 << 15, Duration.ofHours(1), 1 << 16, 2, 40);
    private static final List<Document> INDEXES = List.of(
            new Document("key", new Document("a", 1)),
            new Document("key", new Document("a", 1).append("b", -1).append("_id", 1)),
            new Document("key", new Document("b", -1)).append("sparse", true),
            new Document("key", new Document("tags", 1).append("a", 1)),
            new Document("key", new Document("b", 1))
                    .append("name", "some")
                    .append("partialFilterExpression", new Document("a", new Document("$gte", 3))));
    private static final List<Document> SORTS = List.of(
            new Document("a", 1).append("b", -1).append("_id", 1),
            new Document("a", -1).append("b", 1).append("_id", -1),
            new Document("b", -1).append("_id", 1),
            new Document("_id", -1));

    @TempDir
    Path folder;

    private final Map<Object, Document> model = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theStoreSaysWhatTheMapSays(long seed) throws IOException {
        Random random = new Random(seed);
        Path place = Files.createDirectory(folder.resolve("begin"));
        Engine engine = Engine.open(place, RESTLESS);
        engine.create(new Namespace("d", "c"));
        for (int round = 0; round < 12; round++) {
            StoreCollection collection = open(engine);
            if (round < INDEXES.size()) {
                engine.createIndex(collection.data(), IndexSpecParser.parse(INDEXES.get(round)));
            }
            for (int i = 0; i < 150; i++) {
                change(collection, random);
            }
            for (int i = 0; i < 40; i++) {
                compare(engine, collection, filter(random), sort(random), random.nextInt(30));
            }
            engine.maintain();
            Path left = Copies.of(engine, place, folder.resolve("killed" + round));
            engine.close();
            place = left;
            engine = Engine.open(place, RESTLESS);
        }
        engine.close();
    }

    private static StoreCollection open(Engine engine) {
        StoreContext context = new StoreContext(engine, new QueryCounters(), new Cursors(Duration.ofMinutes(1)));
        return new StoreDatabase("d", context).existingOrNew("c");
    }

    private void change(StoreCollection collection, Random random) {
        int id = random.nextInt(300);
        Document byId = new Document("_id", id);
        Document document = document(id, random);
        switch (random.nextInt(4)) {
            case 0 -> {
                collection.deleteDocuments(byId, 1, NoopOplog.get());
                model.remove(id);
            }
            case 1 -> {
                Document set = new Document("$set", new Document("a", document.get("a")));
                collection.update(byId, set, null, false, false);
                model.computeIfPresent(id, (key, old) -> copyWith(old, "a", document.get("a")));
            }
            default -> {
                collection.update(byId, document, null, false, true);
                model.put(id, document);
            }
        }
    }

    private static Document copyWith(Document document, String field, @Nullable Object value) {
        Document copy = document.clone();
        copy.put(field, value);
        return copy;
    }

    private static Document document(int id, Random random) {
        Document document = new Document("_id", id);
        if (random.nextInt(8) > 0) {
            document.append("a", random.nextInt(6));
        }
        if (random.nextInt(4) > 0) {
            document.append("b", random.nextInt(3) == 0 ? "s" + random.nextInt(4) : (Object) random.nextInt(20));
        }
        if (random.nextInt(3) > 0) {
            document.append(
                    "tags",
                    IntStream.range(0, random.nextInt(4))
                            .mapToObj(i -> random.nextInt(5))
                            .toList());
        }
        return document.append("text", "x".repeat(random.nextInt(80)));
    }

    private static Document filter(Random random) {
        Document filter = new Document();
        int parts = 1 + random.nextInt(2);
        for (int i = 0; i < parts; i++) {
            switch (random.nextInt(9)) {
                case 0 -> filter.append("a", random.nextInt(6));
                case 1 -> filter.append("a", new Document("$in", List.of(random.nextInt(6), random.nextInt(6), 99)));
                case 2 -> filter.append("a", new Document("$gte", random.nextInt(6)).append("$lt", 5));
                case 3 -> filter.append("b", new Document("$gt", random.nextInt(20)));
                case 4 -> filter.append("b", "s" + random.nextInt(4));
                case 5 -> filter.append("tags", random.nextInt(5));
                case 6 -> filter.append("tags", new Document("$gt", 1).append("$lte", 3));
                case 7 -> filter.append("b", null);
                default ->
                    filter.append(
                            "$or",
                            List.of(
                                    new Document("a", random.nextInt(3)),
                                    new Document("a", 4).append("b", new Document("$lt", 9))));
            }
        }
        return filter;
    }

    private static @Nullable Document sort(Random random) {
        return random.nextBoolean() ? null : SORTS.get(random.nextInt(SORTS.size()));
    }

    private void compare(
            Engine engine, StoreCollection collection, Document filter, @Nullable Document sort, int limit) {
        Document prepared = Filters.prepared(filter);
        List<Document> expected = model.values().stream()
                .filter(document -> new DefaultQueryMatcher().matches(document, prepared))
                .toList();
        List<Document> all = found(engine, collection, new Query(prepared, sort, 0, 0, null));
        List<Document> page = found(engine, collection, new Query(prepared, sort, 0, limit, null));
        String what = filter + " sorted " + sort;
        assertThat(all).as(what).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(page).as(what).hasSize(limit == 0 ? expected.size() : Math.min(limit, expected.size()));
        assertThat(engine.pinned(() -> collection.count(Query.of(prepared))))
                .as(what)
                .isEqualTo(expected.size());
        if (sort != null) {
            Query unindexed = new Query(prepared, sort, 0, 0, new Document("$natural", 1));
            assertThat(all).as(what).isEqualTo(found(engine, collection, unindexed));
            assertThat(page).as(what).isEqualTo(all.subList(0, page.size()));
        }
    }

    private static List<Document> found(Engine engine, StoreCollection collection, Query query) {
        return engine.pinned(() -> {
            List<Document> found = new ArrayList<>();
            for (Scan scan = collection.scan(query); scan.hasNext(); ) {
                Found next = scan.next();
                found.add(next.document());
            }
            return found;
        });
    }
}
