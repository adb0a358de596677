package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import io.twingrid.chassis.embedded.store.index.IndexSpec;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plainest of updates and the most frequent in batches: values are set in the one document of an id, which is made when it
 * is not there. It needs neither plan nor matcher, and means the same as the long way.
 *
 * @param id the document's
 * @param fields the new values, none of them a document or an array, of fields that lie in no other
 */
record SetById(Object id, Document fields) {

    /** The request as one of this kind; null when it is another. */
    static @Nullable SetById of(Document filter, @Nullable Object change) {
        Object id = filter.get(IndexSpec.ID_FIELD);
        if (id == null || filter.size() != 1 || !isPlain(id)) {
            return null;
        }
        if (!(change instanceof Document update)
                || update.size() != 1
                || !(update.get("$set") instanceof Document fields)
                || fields.isEmpty()) {
            return null;
        }
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            if (!isOfTheDocumentItself(field.getKey()) || !isPlain(field.getValue())) {
                return null;
            }
        }
        return new SetById(id, fields);
    }

    private static boolean isOfTheDocumentItself(String path) {
        return !path.isEmpty() && path.indexOf('.') < 0 && !path.startsWith("$") && !path.equals(IndexSpec.ID_FIELD);
    }

    private static boolean isPlain(@Nullable Object value) {
        return !(value instanceof Map<?, ?>
                || value instanceof Collection<?>
                || value instanceof BsonRegularExpression
                || value instanceof Missing);
    }

    /** The document that an upsert makes. */
    Document made() {
        Document made = new Document(IndexSpec.ID_FIELD, id);
        made.putAll(fields);
        return made;
    }

    /** A document with the new values; those of fields that it has stay at their places. */
    Document appliedTo(Document before) {
        Document after = before.clone();
        after.putAll(fields);
        return after;
    }
}
