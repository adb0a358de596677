package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import io.twingrid.chassis.embedded.store.engine.Namespace;
import java.util.List;

/** The forms of answers. */
final class Replies {

    /** The cursor id that says: there is no more. */
    static final long NO_CURSOR = 0;

    private Replies() {}

    static Document ok() {
        return ok(new Document());
    }

    static Document ok(Document answer) {
        return answer.append("ok", 1.0);
    }

    static Document firstBatch(Namespace namespace, List<Document> documents, long cursor) {
        return batch("firstBatch", namespace.toString(), documents, cursor);
    }

    static Document nextBatch(String namespace, List<Document> documents, long cursor) {
        return batch("nextBatch", namespace, documents, cursor);
    }

    private static Document batch(String name, String namespace, List<Document> documents, long cursor) {
        return ok(new Document(
                "cursor", new Document("id", cursor).append("ns", namespace).append(name, documents)));
    }
}
