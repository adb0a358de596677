package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;

/** Results that had to be computed as a whole. */
final class ListCursor extends OpenCursor {

    private List<Document> rest;

    ListCursor(long id, List<Document> documents) {
        super(id);
        this.rest = documents;
    }

    @Override
    public synchronized boolean isEmpty() {
        return rest.isEmpty();
    }

    @Override
    public synchronized List<Document> takeDocuments(int size) {
        int end = size == 0 ? rest.size() : Math.min(size, rest.size());
        List<Document> batch = new ArrayList<>(rest.subList(0, end));
        rest = rest.subList(end, rest.size());
        return batch;
    }

    @Override
    public synchronized void close() {
        rest = List.of();
    }
}
