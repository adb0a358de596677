package io.twingrid.standalone;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Asks each application over HTTP, as a load balancer would, until all say that they can do their work. */
final class Readiness {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);
    private static final int READY = 200;

    private final StandaloneSettings settings;
    private final Path log;

    Readiness(StandaloneSettings settings, Path log) {
        this.settings = settings;
        this.log = log;
    }

    /** @throws StartFailure when one is not ready after a minute; names it */
    void await(List<Application> applications) {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            applications.stream()
                    .map(application -> ready(client, application)
                            .orTimeout(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                            .exceptionallyCompose(e -> CompletableFuture.failedFuture(late(application, e))))
                    .toList()
                    .forEach(Readiness::join);
        }
    }

    private CompletableFuture<Void> ready(HttpClient client, Application application) {
        HttpRequest question = HttpRequest.newBuilder(
                        URI.create(settings.url(application.part()) + application.readiness()))
                .timeout(LONGEST_ANSWER)
                .build();
        return client.sendAsync(question, BodyHandlers.discarding())
                .handle((answer, error) -> error == null && isReady(answer))
                .thenCompose(yes -> yes
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.supplyAsync(() -> application, later())
                                .thenCompose(again -> ready(client, again)));
    }

    private static boolean isReady(HttpResponse<Void> answer) {
        return answer.statusCode() == READY;
    }

    private static Executor later() {
        return CompletableFuture.delayedExecutor(BETWEEN_QUESTIONS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private StartFailure late(Application application, Throwable cause) {
        return new StartFailure(
                "%s started but is not ready after %d s. Why is in %s."
                        .formatted(application.part().title(), LONGEST_WAIT.toSeconds(), log),
                cause);
    }

    private static void join(CompletableFuture<Void> ready) {
        try {
            ready.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartFailure failure ? failure : e;
        }
    }
}
