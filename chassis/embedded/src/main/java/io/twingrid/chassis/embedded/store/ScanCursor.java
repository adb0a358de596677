package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import io.twingrid.chassis.embedded.store.engine.Pin;
import io.twingrid.chassis.embedded.store.query.Found;
import io.twingrid.chassis.embedded.store.query.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** A scan that goes on with each batch. It keeps the snapshot that it began with. */
final class ScanCursor extends OpenCursor {

    /** Documents in the first batch unless the client says otherwise, as in MongoDB. */
    static final int FIRST_BATCH = 101;

    /** Documents of more bytes than this are not gathered in one batch. MongoDB allows as much. */
    private static final long BATCH_BYTES = 16L << 20;

    private final Scan scan;
    private final UnaryOperator<List<Document>> shape;
    private final Pin pin;
    private final AtomicBoolean closed = new AtomicBoolean();

    ScanCursor(long id, Scan scan, UnaryOperator<List<Document>> shape, Pin pin) {
        super(id);
        this.scan = scan;
        this.shape = shape;
        this.pin = pin;
    }

    @Override
    public synchronized boolean isEmpty() {
        return closed.get() || !scan.hasNext();
    }

    /** The first batch; a size of 0 asks for the cursor alone. */
    synchronized List<Document> first(long size) {
        return size == 0 ? List.of() : take(size);
    }

    @Override
    public synchronized List<Document> takeDocuments(int size) {
        return take(size == 0 ? Long.MAX_VALUE : size);
    }

    private List<Document> take(long size) {
        List<Document> batch = new ArrayList<>();
        long bytes = 0;
        while (!isEmpty() && batch.size() < size && bytes < BATCH_BYTES) {
            Found found = scan.next();
            batch.add(found.document());
            bytes += found.bytes();
        }
        return shape.apply(batch);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            pin.close();
        }
    }
}
