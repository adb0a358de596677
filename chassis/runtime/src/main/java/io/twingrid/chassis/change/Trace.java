package io.twingrid.chassis.change;

import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** The W3C trace context that a change belongs to, carried in Reactor's context from the edge to the outbox. */
public final class Trace {
    private static final Object KEY = Trace.class;

    private Trace() {}

    public static Context with(Context context, @Nullable String traceparent) {
        return traceparent == null ? context : context.put(KEY, traceparent);
    }

    public static @Nullable String of(ContextView context) {
        return context.getOrDefault(KEY, null);
    }
}
