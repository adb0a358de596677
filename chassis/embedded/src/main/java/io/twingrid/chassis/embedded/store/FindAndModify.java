package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import io.twingrid.chassis.embedded.store.index.IndexSpec;
import io.twingrid.chassis.embedded.store.query.Query;
import io.twingrid.chassis.embedded.store.query.Scan;

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
            Document answer = collection.findAndModify(resolved());
            answer.putIfAbsent("lastErrorObject", lastError(answer));
            return answer;
        } finally {
            collection.data().writing().unlock();
        }
    }

    /** The request, with a {@code $} in the update's paths replaced by the position of the element that was found. */
    private Document resolved() {
        if (!(request.get("update") instanceof Document update) || !Updates.isPositional(update)) {
            return request;
        }
        Document filter = Filters.prepared(Requests.document(request, "query"));
        Scan scan = collection.scan(new Query(filter, Requests.optionalDocument(request, "sort"), 0, 1, null));
        if (!scan.hasNext()) {
            return request;
        }
        Document document = scan.next().document();
        Document resolved = request.clone();
        resolved.put("query", new Document(IndexSpec.ID_FIELD, document.get(IndexSpec.ID_FIELD)));
        resolved.put("update", Updates.at(update, new Positions(filter).in(document, update)));
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
