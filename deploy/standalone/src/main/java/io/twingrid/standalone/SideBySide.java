package io.twingrid.standalone;

import io.twingrid.chassis.embedded.EmbeddedStartException;
import io.twingrid.chassis.file.BadFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts parts on threads of their own, and turns what goes wrong into the one sentence for the console. */
final class SideBySide implements AutoCloseable {

    private final Path log;
    private final List<Begun> begun = new ArrayList<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("start-", 1).factory());

    SideBySide(Path log) {
        this.log = log;
    }

    /** How one part is started; returns when it runs. */
    record Start(Part part, Runnable action) {}

    /** Parts that are being started. */
    record Begun(CompletableFuture<Void> all) {

        /**
         * Waits until they run.
         *
         * @throws StartFailure when one of them cannot start
         */
        void await() {
            try {
                all.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException reason ? reason : e;
            }
        }
    }

    /** Begins to start these parts and does not wait. */
    Begun begin(List<Start> starts) {
        CompletableFuture<?>[] each = starts.stream()
                .map(start -> CompletableFuture.runAsync(() -> run(start), threads))
                .toArray(CompletableFuture<?>[]::new);
        Begun these = new Begun(CompletableFuture.allOf(each));
        begun.add(these);
        return these;
    }

    private void run(Start start) {
        try {
            start.action().run();
        } catch (StartFailure | EmbeddedStartException saysItAlready) {
            throw saysItAlready;
        } catch (RuntimeException | Error e) {
            throw new StartFailure(
                    "%s cannot start: %s. More in %s.".formatted(start.part().title(), reasonOf(e), log), e);
        }
    }

    void awaitAll() {
        begun.forEach(Begun::await);
    }

    /** The sentence of a bad file as it is; else what lies at the bottom. */
    private static String reasonOf(Throwable thrown) {
        Throwable reason = thrown;
        while (reason.getCause() != null && !(reason instanceof BadFileException)) {
            reason = reason.getCause();
        }
        String message = reason.getMessage();
        return message == null ? reason.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
