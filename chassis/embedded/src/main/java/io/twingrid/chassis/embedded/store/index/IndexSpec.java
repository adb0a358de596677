package io.twingrid.chassis.embedded.store.index;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for with {@code createIndexes}.
 *
 * @param name unique within the collection
 * @param fields in the order in which they compare
 * @param unique whether two documents may not have the same key
 * @param sparse whether documents that have none of the fields are left out
 * @param partialFilter only documents that match it are in the index; null for all
 * @param expireAfterSeconds a document goes this long after the date in the index's one field; null for never
 */
public record IndexSpec(
        String name,
        List<IndexField> fields,
        boolean unique,
        boolean sparse,
        @Nullable Document partialFilter,
        @Nullable Long expireAfterSeconds) {

    public static final String ID_INDEX = "_id_";
    public static final String ID_FIELD = "_id";

    /** The index that every collection has. */
    public static final IndexSpec OF_ID =
            new IndexSpec(ID_INDEX, List.of(new IndexField(ID_FIELD, true)), true, false, null, null);

    /** Reads the form of {@link #toDocument()}, which was checked when the index was made. */
    public static IndexSpec fromDocument(Document stored) {
        Document key = (Document) Objects.requireNonNull(stored.get("key"));
        Number expiry = (Number) stored.get("expireAfterSeconds");
        return new IndexSpec(
                (String) Objects.requireNonNull(stored.get("name")),
                key.entrySet().stream()
                        .map(field -> new IndexField(field.getKey(), ((Number) field.getValue()).doubleValue() > 0))
                        .toList(),
                Utils.isTrue(stored.get("unique")),
                Utils.isTrue(stored.get("sparse")),
                (Document) stored.get("partialFilterExpression"),
                expiry == null ? null : expiry.longValue());
    }

    /** As {@code listIndexes} shows it. */
    public Document toDocument() {
        Document shown = new Document("v", 2).append("key", keyPattern()).append("name", name);
        // MongoDB does not say that the index on _id is unique, it is a matter of course.
        if (unique && !isOfId()) {
            shown.append("unique", true);
        }
        if (sparse) {
            shown.append("sparse", true);
        }
        if (partialFilter != null) {
            shown.append("partialFilterExpression", partialFilter);
        }
        if (expireAfterSeconds != null) {
            shown.append("expireAfterSeconds", expireAfterSeconds);
        }
        return shown;
    }

    public Document keyPattern() {
        Document pattern = new Document();
        fields.forEach(field -> pattern.append(field.path(), field.direction()));
        return pattern;
    }

    /** Whether a client means this index by its fields. */
    public boolean hasKeyPattern(Document pattern) {
        return pattern.size() == fields.size()
                && fields.stream()
                        .allMatch(field -> pattern.get(field.path()) instanceof Number direction
                                && direction.doubleValue() > 0 == field.ascending())
                && pattern.keySet().stream()
                        .toList()
                        .equals(fields.stream().map(IndexField::path).toList());
    }

    public boolean isOfId() {
        return name.equals(ID_INDEX);
    }

    /** Whether both are the same in everything but the name. */
    boolean sameExceptName(IndexSpec other) {
        return equals(new IndexSpec(
                name, other.fields, other.unique, other.sparse, other.partialFilter, other.expireAfterSeconds));
    }

    /** The name that MongoDB gives to an index without one. */
    static String defaultName(List<IndexField> fields) {
        return fields.stream()
                .map(field -> field.path() + "_" + field.direction())
                .collect(Collectors.joining("_"));
    }
}
