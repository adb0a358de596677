package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import io.twingrid.chassis.embedded.store.index.IndexSpec;
import io.twingrid.chassis.embedded.store.query.Query;
import io.twingrid.chassis.embedded.store.query.Scan;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An update whose meaning depends on the arrays of the single document: {@code $} stands for the element that the filter has
 * found there, {@code $[name]} for those that a filter of its own finds. Each document is updated by a request of its own,
 * because there the library reads array filters, and each can have its own positions.
 */
final class UpdateOneByOne {

    private final StoreCollection collection;
    private final Document filter;
    private final Document update;
    private final @Nullable Object arrayFilters;
    private final Positions positions;

    UpdateOneByOne(StoreCollection collection, Document filter, Document update, @Nullable Object arrayFilters) {
        this.collection = collection;
        this.filter = filter;
        this.update = update;
        this.arrayFilters = arrayFilters;
        this.positions = new Positions(Filters.prepared(filter));
    }

    Document run(boolean multi, boolean upsert) {
        int matched = 0;
        int modified = 0;
        Query query = new Query(Filters.prepared(filter), null, 0, multi ? 0 : 1, null);
        for (Scan scan = collection.scan(query); scan.hasNext(); matched++) {
            Document document = scan.next().document();
            Document id = new Document(IndexSpec.ID_FIELD, document.get(IndexSpec.ID_FIELD));
            Document changed = Updates.at(update, positions.in(document, update));
            Document answer = collection.findAndModify(request(id, changed).append("new", true));
            if (!Objects.equals(answer.get("value"), document)) {
                modified++;
            }
        }
        Document result = new Document("n", matched).append("nModified", modified);
        if (matched == 0 && upsert) {
            Document made = (Document) Objects.requireNonNull(collection
                    .findAndModify(
                            request(filter, update).append("upsert", true).append("new", true))
                    .get("value"));
            result.append("upserted", made.get(IndexSpec.ID_FIELD));
        }
        return result;
    }

    private Document request(Document query, Document changed) {
        Document request = new Document("query", query).append("update", changed);
        if (arrayFilters != null) {
            request.append("arrayFilters", arrayFilters);
        }
        return request;
    }
}
