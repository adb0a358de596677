package io.twingrid.points;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ports that fail at one call of all: before it is done, or after, so that nobody hears that it was done. */
final class Faults {
    private static final int NEVER = Integer.MAX_VALUE;

    private int calls;
    private int failing = NEVER;
    private boolean done;

    /** Lets call number {@code call} fail, counted from 1 over all ports. */
    void failAt(int call, boolean afterItIsDone) {
        calls = 0;
        failing = call;
        done = afterItIsDone;
    }

    /** Nothing fails any more. */
    void end() {
        failing = NEVER;
    }

    /** Whether the call that was to fail has come. */
    boolean struck() {
        return calls >= failing;
    }

    <P> P on(Class<P> port, P real) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    Object answer = call(real, method, arguments);
                    return switch (answer) {
                        case Mono<?> mono -> Mono.defer(() -> next(mono));
                        case Flux<?> flux -> Flux.defer(() -> next(flux));
                        default -> answer;
                    };
                }));
    }

    private Mono<?> next(Mono<?> call) {
        return isCutOff() ? (done ? call : Mono.empty()).then(cutOff()) : call;
    }

    private Flux<?> next(Flux<?> call) {
        return isCutOff() ? (done ? call : Flux.empty()).thenMany(cutOff()) : call;
    }

    private boolean isCutOff() {
        calls++;
        return calls == failing;
    }

    private static Mono<Object> cutOff() {
        return Mono.error(new UncheckedIOException(new IOException("cut off")));
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
