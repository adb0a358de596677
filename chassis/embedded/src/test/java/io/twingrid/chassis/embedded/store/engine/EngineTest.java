package io.twingrid.chassis.embedded.store.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.bwaldvogel.mongo.bson.Document;
import io.twingrid.chassis.embedded.store.index.IndexField;
import io.twingrid.chassis.embedded.store.index.IndexSpec;
import io.twingrid.chassis.embedded.store.key.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {

    private static final EngineSettings SMALL =
            new EngineSettings(false, 1 << 14, 1 << 16, Duration.ofHours(1), 1 << 18, 4, 40);
    private static final Namespace THINGS = new Namespace("town", "things");

    @TempDir
    Path folder;

    private static IndexSpec on(String field, boolean unique) {
        return new IndexSpec(field + "_1", List.of(new IndexField(field, true)), unique, false, null, null);
    }

    private static Document thing(int id) {
        return new Document("_id", id).append("n", id % 10).append("text", "x".repeat(100));
    }

    private static CollectionData things(Engine engine) {
        return engine.collections().stream()
                .filter(collection -> collection.namespace().equals(THINGS))
                .findFirst()
                .orElseThrow();
    }

    /** What is on the disk at this moment is what a killed process leaves behind. */
    private Path leftBehind(Engine engine) {
        return Copies.of(engine, folder.resolve("store"), folder.resolve("killed"));
    }

    /** Room is given back a few checkpoints later: what one lets go of is free from the next on. */
    private static void settle(Engine engine) {
        for (int i = 0; i < 3; i++) {
            engine.checkpoint();
            engine.maintain();
        }
    }

    private Path store() throws IOException {
        return Files.createDirectories(folder.resolve("store"));
    }

    /** The ids that an index leads to, and that it leads to as many as there are documents. */
    private static List<Object> idsBy(Engine engine, int index) {
        CollectionData data = things(engine);
        return engine.pinned(() -> {
            Snapshot snapshot = data.snapshot();
            List<Object> ids = new ArrayList<>();
            Iterator<byte[]> entries = snapshot.entries(data.indexes().get(index), new byte[0], null, false);
            entries.forEachRemaining(entry -> ids.add(Objects.requireNonNull(snapshot.read(Keys.recordOf(entry)))
                    .document()
                    .get("_id")));
            assertThat(ids).hasSize((int) data.count());
            return ids;
        });
    }

    @Test
    void whatWasWrittenIsThereAfterAKillWithItsIndexes() throws IOException {
        try (Engine engine = Engine.open(store(), SMALL)) {
            CollectionData data = engine.create(THINGS);
            engine.createIndex(data, on("n", false));
            IntStream.range(0, 2000).forEach(i -> data.insert(thing(i)));
            for (int i = 0; i < 500; i++) {
                Long record = Objects.requireNonNull(data.recordOfId(i));
                if (i % 2 == 0) {
                    data.remove(record, thing(i));
                } else {
                    data.update(record, thing(i), thing(i).append("n", -i));
                }
            }
            try (Engine after = Engine.open(leftBehind(engine), SMALL)) {
                assertThat(idsBy(after, 0))
                        .hasSize(1750)
                        .doesNotContain(0, 2, 498)
                        .contains(1, 499, 1999);
                assertThat(idsBy(after, 1)).startsWith(499, 497);
                assertThat(things(after).insert(thing(9999))).isEqualTo(2001);
            }
        }
    }

    @Test
    void aCleanStopAndAStartChangeNothing() throws IOException {
        try (Engine engine = Engine.open(store(), SMALL)) {
            CollectionData data = engine.create(THINGS);
            engine.createIndex(data, on("n", false));
            IntStream.range(0, 300).forEach(i -> data.insert(thing(i)));
        }
        try (Engine engine = Engine.open(store(), SMALL)) {
            assertThat(things(engine).indexes())
                    .extracting(index -> index.spec().name())
                    .containsExactly("_id_", "n_1");
            assertThat(idsBy(engine, 1)).hasSize(300);
        }
    }

    @Test
    void aDuplicateIsRefusedAndLeavesNothingBehind() throws IOException {
        try (Engine engine = Engine.open(store(), SMALL)) {
            CollectionData data = engine.create(THINGS);
            engine.createIndex(data, on("key", true));
            data.insert(new Document("_id", 1).append("key", "a"));
            long second = data.insert(new Document("_id", 2).append("key", "b"));
            assertThatExceptionOfType(DuplicateKeyException.class)
                    .isThrownBy(() -> data.insert(new Document("_id", 3).append("key", "a")))
                    .satisfies(refused -> assertThat(refused.index().name()).isEqualTo("key_1"));
            assertThatExceptionOfType(DuplicateKeyException.class)
                    .isThrownBy(() -> data.update(
                            second,
                            new Document("_id", 2).append("key", "b"),
                            new Document("_id", 2).append("key", "a")));
            try (Engine after = Engine.open(leftBehind(engine), SMALL)) {
                assertThat(idsBy(after, 1)).containsExactly(1, 2);
            }
        }
    }

    @Test
    void manyChangesOfOneDocumentDoNotGrowTheFiles() throws IOException {
        EngineSettings settings = new EngineSettings(false, 1 << 16, 1 << 18, Duration.ofHours(1), 1 << 20, 4, 40);
        try (Engine engine = Engine.open(store(), settings)) {
            CollectionData data = engine.create(THINGS);
            engine.createIndex(data, on("n", false));
            IntStream.range(0, 100).forEach(i -> data.insert(thing(i)));
            Document before = thing(50);
            for (int i = 0; i < 100_000; i++) {
                Document after = thing(50).append("n", i);
                data.update(51, before, after);
                before = after;
                if (i % 1000 == 0) {
                    engine.maintain();
                }
            }
            engine.maintain();
            assertThat(engine.storageBytes()).isLessThan(2 << 20);
            assertThat(idsBy(engine, 1)).hasSize(100).endsWith(50);
        }
    }

    @Test
    void garbageAmongLivingDocumentsIsReclaimed() throws IOException {
        try (Engine engine = Engine.open(store(), SMALL)) {
            CollectionData data = engine.create(THINGS);
            IntStream.range(0, 4000).forEach(i -> data.insert(thing(i)));
            for (int i = 0; i < 4000; i++) {
                if (i % 4 != 0) {
                    data.remove(Objects.requireNonNull(data.recordOfId(i)), thing(i));
                }
            }
            long before = engine.storageBytes();
            settle(engine);
            assertThat(engine.storageBytes()).isLessThan(before * 2 / 3);
            try (Engine after = Engine.open(leftBehind(engine), SMALL)) {
                assertThat(idsBy(after, 0)).hasSize(1000).contains(0, 4, 3996);
            }
        }
    }

    @Test
    void aReaderKeepsWhatItSawWhileItIsChangedAndReclaimed() throws IOException {
        try (Engine engine = Engine.open(store(), SMALL)) {
            CollectionData data = engine.create(THINGS);
            IntStream.range(0, 1000).forEach(i -> data.insert(thing(i)));
            Pin pin = engine.pin();
            Snapshot snapshot = data.snapshot();
            Iterator<Long> records = snapshot.records(false);
            for (int i = 0; i < 1000; i++) {
                data.remove(Objects.requireNonNull(data.recordOfId(i)), thing(i));
            }
            settle(engine);
            List<Object> seen = new ArrayList<>();
            records.forEachRemaining(record -> seen.add(
                    Objects.requireNonNull(snapshot.read(record)).document().get("_id")));
            assertThat(seen).hasSize(1000);
            long pinned = engine.storageBytes();
            pin.close();
            settle(engine);
            assertThat(engine.storageBytes()).isLessThan(pinned / 2);
        }
    }

    @Test
    void anIndexIsBuiltOverWhatIsThereOrNotAtAll() throws IOException {
        try (Engine engine = Engine.open(store(), SMALL)) {
            CollectionData data = engine.create(THINGS);
            IntStream.range(0, 3000).forEach(i -> data.insert(thing(i)));
            engine.createIndex(data, on("n", false));
            assertThat(idsBy(engine, 1).subList(0, 3)).containsExactly(0, 10, 20);
            assertThatExceptionOfType(DuplicateKeyException.class)
                    .isThrownBy(() -> engine.createIndex(data, on("text", true)));
            assertThat(data.indexes()).hasSize(2);
            engine.dropIndex(data, data.indexes().get(1));
            try (Engine after = Engine.open(leftBehind(engine), SMALL)) {
                assertThat(things(after).indexes()).hasSize(1);
                assertThat(things(after).count()).isEqualTo(3000);
            }
        }
    }

    @Test
    void aDroppedCollectionIsGoneAndItsRoomIsGivenBack() throws IOException {
        try (Engine engine = Engine.open(store(), SMALL)) {
            CollectionData data = engine.create(THINGS);
            IntStream.range(0, 3000).forEach(i -> data.insert(thing(i)));
            long before = engine.storageBytes();
            engine.rename(data, new Namespace("town", "renamed"));
            engine.drop(data);
            settle(engine);
            assertThat(engine.storageBytes()).isLessThan(before / 2);
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> data.insert(thing(1)));
        }
        try (Engine engine = Engine.open(store(), SMALL)) {
            assertThat(engine.collections()).isEmpty();
        }
    }

    @Test
    void aFolderThatIsNotAStoresIsLeftAlone() throws IOException {
        Path foreign = Files.writeString(store().resolve("diary.txt"), "dear diary");
        assertUnusable("diary.txt, which is not a store's");
        assertThat(foreign).hasContent("dear diary");
        Files.delete(foreign);
        Path index = Files.writeString(store().resolve("index.mv"), "not an index at all".repeat(1000));
        assertUnusable("is damaged or not a store's");
        assertThat(index).hasContent("not an index at all".repeat(1000));
    }

    @Test
    void aFileOfAnotherProgramThatLooksLikeOursIsLeftAlone() throws IOException {
        Path index = store().resolve("index.mv");
        try (MVStore other = MVStore.open(index.toString())) {
            other.<String, String>openMap("diary").put("monday", "rain");
        }
        byte[] before = Files.readAllBytes(index);
        assertUnusable("index.mv in");
        assertThat(Files.readAllBytes(index)).isEqualTo(before);
    }

    @Test
    void aStoreThatHasLostAPartIsLeftAlone() throws IOException {
        try (Engine engine = Engine.open(store(), SMALL)) {
            CollectionData data = engine.create(THINGS);
            IntStream.range(0, 1000).forEach(i -> data.insert(thing(i)));
        }
        Path index = store().resolve("index.mv");
        byte[] whole = Files.readAllBytes(index);
        Files.delete(index);
        assertUnusable("its file index.mv is missing");
        Files.write(index, Arrays.copyOf(whole, 8192));
        assertUnusable("index.mv");
        Files.write(index, whole);
        Files.delete(store().resolve("00000003.log"));
        assertUnusable("00000003.log");
    }

    private void assertUnusable(String because) {
        assertThatExceptionOfType(UnusableFolderException.class)
                .isThrownBy(() -> Engine.open(store(), SMALL))
                .withMessageContaining(because);
    }
}
