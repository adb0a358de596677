package io.twingrid.chassis.embedded.store.query;

import java.util.concurrent.atomic.LongAdder;

/** What all queries together have cost since the start. */
public final class QueryCounters {

    private final LongAdder keysExamined = new LongAdder();
    private final LongAdder documentsExamined = new LongAdder();
    private final LongAdder documentsReturned = new LongAdder();
    private final LongAdder collectionScans = new LongAdder();
    private final LongAdder sorts = new LongAdder();

    public long keysExamined() {
        return keysExamined.sum();
    }

    public long documentsExamined() {
        return documentsExamined.sum();
    }

    public long documentsReturned() {
        return documentsReturned.sum();
    }

    /** Queries for which no index was of use. */
    public long collectionScans() {
        return collectionScans.sum();
    }

    /** Queries whose order no index gave. */
    public long sorts() {
        return sorts.sum();
    }

    void begun(Plan plan) {
        if (plan.index() == null) {
            collectionScans.increment();
        }
        if (!plan.sorted()) {
            sorts.increment();
        }
    }

    void key() {
        keysExamined.increment();
    }

    void document() {
        documentsExamined.increment();
    }

    void result() {
        documentsReturned.increment();
    }
}
