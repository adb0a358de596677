package io.twingrid.chassis.embedded.store.engine;

import io.twingrid.chassis.embedded.store.log.DocumentLog;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Gives garbage back to the disk: writes the living records of the worst segment anew, so that the segment can go. */
final class Reclaimer {

    private final EngineSettings settings;
    private final DocumentLog log;
    private final Checkpoints checkpoints;
    private final IntFunction<@Nullable CollectionData> collections;

    Reclaimer(
            EngineSettings settings,
            DocumentLog log,
            Checkpoints checkpoints,
            IntFunction<@Nullable CollectionData> collections) {
        this.settings = settings;
        this.log = log;
        this.checkpoints = checkpoints;
        this.collections = collections;
    }

    /** Works until the garbage is within its bound again. */
    void run(Journal journal) {
        while (log.garbagePercent() > settings.garbagePercent()) {
            Optional<Integer> worst = log.mostGarbageBefore(checkpoints.last());
            if (worst.isEmpty()) {
                return;
            }
            log.visit(worst.get(), (address, record) -> {
                CollectionData collection = collections.apply(record.collection());
                if (collection != null) {
                    collection.relocate(address, record);
                }
            });
            checkpoints.write(journal);
        }
    }
}
