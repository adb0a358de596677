package io.twingrid.chassis.embedded.store.engine;

import io.twingrid.chassis.embedded.store.index.IndexSpec;

/** A unique index already has a key of the document; nothing was changed. */
public final class DuplicateKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient IndexSpec index;

    DuplicateKeyException(IndexSpec index) {
        super("duplicate key in index " + index.name(), null, false, false);
        this.index = index;
    }

    public IndexSpec index() {
        return index;
    }
}
