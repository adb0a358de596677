package io.twingrid.chassis.embedded.store.query;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.BadValueException;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import io.twingrid.chassis.embedded.store.index.IndexField;
import io.twingrid.chassis.embedded.store.index.IndexSpec;
import io.twingrid.chassis.embedded.store.index.KeyExtractor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order that a client asks for.
 *
 * @param fields what to compare, first things first; none for any order
 * @param natural 1 for the order in which documents came, -1 for its reverse, 0 when it was not asked for
 */
record SortOrder(List<IndexField> fields, int natural) {

    private static final String NATURAL = "$natural";
    static final SortOrder ANY = new SortOrder(List.of(), 0);

    static SortOrder of(@Nullable Document sort) {
        if (sort == null || sort.isEmpty()) {
            return ANY;
        }
        if (sort.get(NATURAL) instanceof Number direction) {
            return new SortOrder(List.of(), direction.doubleValue() < 0 ? -1 : 1);
        }
        List<IndexField> fields = new ArrayList<>(sort.size());
        sort.forEach((path, direction) -> {
            if (!(direction instanceof Number number) || Math.abs(number.doubleValue()) != 1) {
                throw new BadValueException(
                        "Illegal sort value for " + path + ": " + direction + "; 1 and -1 are supported");
            }
            fields.add(new IndexField(path, number.doubleValue() > 0));
        });
        return new SortOrder(List.copyOf(fields), 0);
    }

    /** Gives each document bytes that compare as the documents are to be ordered, by the same rules as in an index. */
    Keyer keyer() {
        return new Keyer(new KeyExtractor(new IndexSpec("sort", fields, false, false, null, null)));
    }

    /** An array stands where its lowest element would stand, or its highest one if high values come first. */
    record Keyer(KeyExtractor extractor) {

        byte[] keyOf(Document document) {
            try {
                return extractor.keysOf(document).keys().stream()
                        .min(Arrays::compareUnsigned)
                        .orElseThrow();
            } catch (CannotIndexParallelArraysError e) {
                throw new BadValueException("cannot sort with keys that are parallel arrays");
            }
        }
    }
}
