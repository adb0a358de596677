package io.twingrid.chassis.embedded.store.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import io.twingrid.chassis.embedded.store.key.KeyBuffer;
import io.twingrid.chassis.embedded.store.key.ValueKey;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyExtractorTest {

    private static IndexKeys keys(Document document, String... paths) {
        List<IndexField> fields =
                Arrays.stream(paths).map(path -> new IndexField(path, true)).toList();
        return new KeyExtractor(new IndexSpec("test", fields, false, false, null, null)).keysOf(document);
    }

    private static byte[] key(@Nullable Object... values) {
        KeyBuffer key = new KeyBuffer();
        for (Object value : values) {
            ValueKey.encode(key, value, true);
        }
        return key.toBytes();
    }

    private static byte[] emptyArray() {
        KeyBuffer key = new KeyBuffer();
        ValueKey.encodeEmptyArray(key, true);
        return key.toBytes();
    }

    @Test
    void aMissingFieldCountsAsNull() {
        assertThat(keys(new Document("a", 1), "a", "b.c").keys()).containsExactly(key(1, null));
    }

    @Test
    void anArrayHasAKeyForEachOfItsValues() {
        IndexKeys keys = keys(new Document("a", List.of(2, 1, 2)).append("b", "x"), "b", "a");
        assertThat(keys.keys()).containsExactly(key("x", 1), key("x", 2));
        assertThat(keys.arrayFields()).isEqualTo(0b10);
    }

    @Test
    void anEmptyArrayHasAKeyOfItsOwn() {
        assertThat(keys(new Document("a", List.of()), "a").keys()).containsExactly(emptyArray());
        assertThat(keys(new Document("a", List.of()), "a.b").keys()).containsExactly(key((Object) null));
    }

    @Test
    void fieldsOfOneArrayGoThroughItTogether() {
        Document document = new Document(
                "items", List.of(new Document("k", 1).append("v", 10), new Document("k", 2).append("v", 20)));
        assertThat(keys(document, "items.k", "items.v").keys()).containsExactly(key(1, 10), key(2, 20));
    }

    @Test
    void anElementCanBeNamedByItsPosition() {
        assertThat(keys(new Document("a", List.of(7, 8)), "a.1").keys()).containsExactly(key(8));
        assertThat(keys(new Document("a", List.of(new Document("b", 3))), "a.0.b")
                        .keys())
                .containsExactly(key(3));
    }

    @Test
    void twoArraysAreRefused() {
        Document document = new Document("a", List.of(1)).append("b", List.of(1));
        assertThatExceptionOfType(CannotIndexParallelArraysError.class).isThrownBy(() -> keys(document, "a", "b"));
    }

    @Test
    void aSparseIndexLeavesOutWhoHasNoneOfItsFields() {
        List<IndexField> fields = List.of(new IndexField("a", true), new IndexField("b", true));
        KeyExtractor sparse = new KeyExtractor(new IndexSpec("s", fields, false, true, null, null));
        assertThat(sparse.keysOf(new Document("c", 1)).keys()).isEmpty();
        assertThat(sparse.keysOf(new Document("b", null)).keys()).containsExactly(key(null, null));
    }

    @Test
    void aPartialIndexLeavesOutWhatItsFilterDoesNotMatch() {
        Document open = new Document("state", "open");
        KeyExtractor partial =
                new KeyExtractor(new IndexSpec("p", List.of(new IndexField("a", true)), false, false, open, null));
        assertThat(partial.keysOf(new Document("a", 1).append("state", "done")).keys())
                .isEmpty();
        assertThat(partial.keysOf(new Document("a", 1).append("state", "open")).keys())
                .containsExactly(key(1));
    }
}
