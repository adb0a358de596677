package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import io.twingrid.chassis.embedded.store.StoreCollection.Replaced;
import io.twingrid.chassis.embedded.store.index.IndexSpec;
import io.twingrid.chassis.embedded.store.query.Query;
import io.twingrid.chassis.embedded.store.query.Scan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes or removes one document and answers with it, as it was or as it is. */
final class FindAndModify {

    private final StoreCollection collection;
    private final Document request;

    FindAndModify(StoreCollection collection, Document request) {
        this.collection = collection;
        this.request = request;
    }

    Document run() {
        collection.data().writing().lock();
        try {
            Document answer = replaced();
            if (answer == null) {
                answer = collection.findAndModify(resolved());
                answer.putIfAbsent("lastErrorObject", lastError(answer));
            }
            return answer;
        } finally {
            collection.data().writing().unlock();
        }
    }

    /** The answer to a request with a whole new document, if one is there to be replaced. */
    private @Nullable Document replaced() {
        if (!(request.get("update") instanceof Document update) || !Updates.isReplacement(update)) {
            return null;
        }
        Replaced replaced = collection.replaceFirst(first(), update);
        if (replaced == null) {
            return null;
        }
        Document value = Requests.flag(request, "new", false) ? replaced.after() : replaced.before();
        Document fields = Requests.optionalDocument(request, "fields");
        return Replies.ok(new Document("lastErrorObject", new Document("n", 1).append("updatedExisting", true))
                .append("value", collection.projected(List.of(value), fields).getFirst()));
    }

    private Query first() {
        Document filter = Filters.prepared(Requests.document(request, "query"));
        return new Query(filter, Requests.optionalDocument(request, "sort"), 0, 1, null);
    }

    /** The request, with a {@code $} in the update's paths replaced by the position of the element that was found. */
    private Document resolved() {
        if (!(request.get("update") instanceof Document update) || !Updates.isPositional(update)) {
            return request;
        }
        Query first = first();
        Scan scan = collection.scan(first);
        if (!scan.hasNext()) {
            return request;
        }
        Document document = scan.next().document();
        Document resolved = request.clone();
        resolved.put("query", new Document(IndexSpec.ID_FIELD, document.get(IndexSpec.ID_FIELD)));
        resolved.put("update", Updates.at(update, new Positions(first.filter()).in(document, update)));
        return resolved;
    }

    /** The library leaves it out where nothing was there to be updated. */
    private Document lastError(Document answer) {
        if (Requests.flag(request, "remove", false)) {
            return new Document("n", answer.get("value") == null ? 0 : 1);
        }
        boolean made = Requests.flag(request, "upsert", false);
        Document error = new Document("n", made ? 1 : 0).append("updatedExisting", false);
        if (made && answer.get("value") instanceof Document document) {
            error.append("upserted", document.get(IndexSpec.ID_FIELD));
        }
        return error;
    }
}
