package io.twingrid.chassis.embedded.store.index;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import io.twingrid.chassis.embedded.store.key.KeyBuffer;
import io.twingrid.chassis.embedded.store.key.ValueKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds a document's keys in one index, as MongoDB does: a missing field counts as null, and an array has one key for each
 * of its elements. Fields below the same array go through it together; two different arrays in one index are refused.
 */
public final class KeyExtractor {

    private final IndexSpec spec;
    private final List<String[]> paths;

    public KeyExtractor(IndexSpec spec) {
        this.spec = spec;
        this.paths = spec.fields().stream()
                .map(field -> field.path().split("\\.", -1))
                .toList();
    }

    /**
     * The keys of a document.
     *
     * @throws CannotIndexParallelArraysError when two of the fields lie in different arrays
     */
    public IndexKeys keysOf(Document document) {
        Value[] values = new Value[paths.size()];
        boolean anyPresent = false;
        for (int i = 0; i < values.length; i++) {
            values[i] = walk(document, paths.get(i), 0);
            anyPresent |= values[i].array != null || !(values[i].leaf instanceof Missing);
        }
        if ((spec.sparse() && !anyPresent) || !matchesPartialFilter(document)) {
            return IndexKeys.NONE;
        }
        Keys found = new Keys();
        expand(values, found);
        return found.toIndexKeys();
    }

    private boolean matchesPartialFilter(Document document) {
        Document filter = spec.partialFilter();
        if (filter == null) {
            return true;
        }
        // The matcher keeps state about array positions and is not made to be shared between threads.
        QueryMatcher matcher = new DefaultQueryMatcher();
        return matcher.matches(document, filter);
    }

    private void expand(Value[] values, Keys found) {
        int pending = firstArray(values);
        if (pending < 0) {
            found.add(encode(values));
            return;
        }
        Collection<?> array = values[pending].arrayOrThrow();
        requireSameArray(values, array);
        for (int i = 0; i < values.length; i++) {
            if (values[i].array != null) {
                found.arrayFields |= 1L << i;
            }
        }
        if (array.isEmpty()) {
            found.add(encode(step(values, EMPTY)));
        }
        for (Object element : array) {
            expand(step(values, element), found);
        }
    }

    /** All fields that wait at the array go on with one of its elements. */
    private Value[] step(Value[] values, @Nullable Object element) {
        Value[] next = values.clone();
        for (int i = 0; i < next.length; i++) {
            if (values[i].array != null) {
                next[i] = values[i].at(element, paths.get(i));
            }
        }
        return next;
    }

    private static int firstArray(Value[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i].array != null) {
                return i;
            }
        }
        return -1;
    }

    private void requireSameArray(Value[] values, Collection<?> array) {
        for (int i = 0; i < values.length; i++) {
            Collection<?> other = values[i].array;
            // Not equals: two arrays that look the same are still two.
            if (other != null && !isSame(other, array)) {
                throw new CannotIndexParallelArraysError(List.of(
                        spec.fields().get(firstArray(values)).path(),
                        spec.fields().get(i).path()));
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // identity is the question
    private static boolean isSame(Object one, Object other) {
        return one == other;
    }

    private byte[] encode(Value[] values) {
        KeyBuffer key = new KeyBuffer();
        for (int i = 0; i < values.length; i++) {
            boolean ascending = spec.fields().get(i).ascending();
            if (values[i].leaf == EMPTY) {
                ValueKey.encodeEmptyArray(key, ascending);
            } else {
                ValueKey.encode(key, values[i].leaf, ascending);
            }
        }
        return key.toBytes();
    }

    private static final Object EMPTY = new Object();

    private static Value walk(@Nullable Object from, String[] path, int depth) {
        Object value = from;
        for (int i = depth; i < path.length; i++) {
            if (value instanceof List<?> list && isPosition(path[i])) {
                int position = Integer.parseInt(path[i]);
                value = position < list.size() ? list.get(position) : Missing.getInstance();
            } else if (value instanceof Collection<?> array) {
                return new Value(null, array, i);
            } else if (value instanceof Document document) {
                value = document.getOrMissing(path[i]);
            } else {
                return new Value(Missing.getInstance(), null, path.length);
            }
        }
        return value instanceof Collection<?> array
                ? new Value(null, array, path.length)
                : new Value(value, null, path.length);
    }

    private static boolean isPosition(String fragment) {
        return !fragment.isEmpty() && fragment.length() < 9 && fragment.chars().allMatch(Character::isDigit);
    }

    /** Either a value at the end of its path, or an array on the way with the part of the path that comes after it. */
    private record Value(@Nullable Object leaf, @Nullable Collection<?> array, int depth) {

        Collection<?> arrayOrThrow() {
            if (array == null) {
                throw new IllegalStateException("no array");
            }
            return array;
        }

        Value at(@Nullable Object element, String[] path) {
            if (depth < path.length) {
                return element == EMPTY
                        ? new Value(Missing.getInstance(), null, path.length)
                        : walk(element, path, depth);
            }
            return new Value(element, null, depth); // an array within the array is a value like others
        }
    }

    private static final class Keys {
        private final List<byte[]> keys = new ArrayList<>(1);
        private long arrayFields;

        void add(byte[] key) {
            keys.add(key);
        }

        IndexKeys toIndexKeys() {
            if (keys.size() < 2) {
                return new IndexKeys(keys, arrayFields);
            }
            TreeSet<byte[]> distinct = new TreeSet<>(Arrays::compareUnsigned);
            distinct.addAll(keys);
            return new IndexKeys(List.copyOf(distinct), arrayFields);
        }
    }
}
