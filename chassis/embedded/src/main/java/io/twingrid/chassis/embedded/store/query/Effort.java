package io.twingrid.chassis.embedded.store.query;

/** What one query has cost so far; it is added to the sum of all. */
final class Effort {

    private final QueryCounters sum;
    private long keys;
    private long documents;
    private long returned;

    Effort(QueryCounters sum) {
        this.sum = sum;
    }

    /** Index entries looked at. */
    long keysExamined() {
        return keys;
    }

    /** Documents read. */
    long documentsExamined() {
        return documents;
    }

    long documentsReturned() {
        return returned;
    }

    void key() {
        keys++;
        sum.key();
    }

    void document() {
        documents++;
        sum.document();
    }

    void result() {
        returned++;
        sum.result();
    }
}
