package io.twingrid.triage;

import io.twingrid.triage.store.CaseList;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.util.retry.Retry;

/** Creates the list's indexes when the service starts; a store that is away is waited for, and the start is not held up. */
final class IndexesAtStart implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(IndexesAtStart.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final CaseList list;
    private volatile @Nullable Disposable creating;

    IndexesAtStart(CaseList list) {
        this.list = list;
    }

    @Override
    public void start() {
        creating = list.createIndexes()
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .doBeforeRetry(retry -> log.warn("indexes could not be created, trying again: {}", retry)))
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable running = creating;
        if (running != null) {
            running.dispose();
            creating = null;
        }
    }

    @Override
    public boolean isRunning() {
        return creating != null;
    }
}
