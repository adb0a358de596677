package io.twingrid.chassis.embedded.store.query;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** An iterator that finds its next element when it is asked for it, and not before. */
abstract class Lookahead<T> implements Iterator<T> {

    private @Nullable T next;

    /** The next element; null at the end. */
    protected abstract @Nullable T advance();

    @Override
    public final boolean hasNext() {
        if (next == null) {
            next = advance();
        }
        return next != null;
    }

    @Override
    public final T next() {
        T result = hasNext() ? next : null;
        if (result == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return result;
    }
}
