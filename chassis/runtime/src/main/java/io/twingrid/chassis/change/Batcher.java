package io.twingrid.chassis.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Does in one go what many ask for at once: while one batch is under way, the next gathers. Whoever asks alone waits for
 * nobody.
 *
 * @param <T> what is asked for
 * @param <R> what is answered
 */
final class Batcher<T, R> {
    private final Function<List<T>, Mono<List<R>>> work;
    private final int most;
    private final Queue<Asked<T, R>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    /**
     * Batches of one kind.
     *
     * @param work does a batch; answers each item in its order, or fails for all of them
     * @param most items that a batch may have
     */
    Batcher(Function<List<T>, Mono<List<R>>> work, int most) {
        this.work = work;
        this.most = most;
    }

    private record Asked<T, R>(T item, MonoSink<R> answer) {}

    Mono<R> ask(T item) {
        return Mono.create(answer -> {
            waiting.add(new Asked<>(item, answer));
            next();
        });
    }

    private void next() {
        while (!waiting.isEmpty() && busy.compareAndSet(false, true)) {
            List<Asked<T, R>> batch = take();
            if (!batch.isEmpty()) {
                start(batch);
                return;
            }
            busy.set(false);
        }
    }

    private List<Asked<T, R>> take() {
        List<Asked<T, R>> batch = new ArrayList<>();
        while (batch.size() < most) {
            Asked<T, R> next = waiting.poll();
            if (next == null) {
                break;
            }
            batch.add(next);
        }
        return batch;
    }

    private void start(List<Asked<T, R>> batch) {
        Mono.defer(() -> work.apply(batch.stream().map(Asked::item).toList()))
                .doFinally(end -> {
                    busy.set(false);
                    next();
                })
                .subscribe(
                        answers -> answer(batch, (i, asked) -> asked.answer().success(answers.get(i))),
                        e -> answer(batch, (i, asked) -> asked.answer().error(e)));
    }

    private static <T, R> void answer(List<Asked<T, R>> batch, BiConsumer<Integer, Asked<T, R>> how) {
        for (int i = 0; i < batch.size(); i++) {
            how.accept(i, batch.get(i));
        }
    }
}
