package io.twingrid.chassis.embedded.store.engine;

import io.twingrid.chassis.embedded.store.log.DocumentLog;
import io.twingrid.chassis.embedded.store.log.LogDamagedException;
import io.twingrid.chassis.embedded.store.log.LogRecovery;
import io.twingrid.chassis.embedded.store.log.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The two parts of a store in its folder, found to belong together. */
record StoreFolder(IndexFile file, DocumentLog log) {

    /** The lock of whoever opened the folder for us lies there, too. */
    private static final String LOCK_ENDING = ".lock";

    /**
     * Opens what is there, or begins a new store in an empty folder.
     *
     * @throws UnusableFolderException when there is something else, or something is missing or damaged
     */
    static StoreFolder open(Path folder, EngineSettings settings) {
        boolean hasFile = Files.exists(folder.resolve(IndexFile.NAME));
        boolean hasLog = LogRecovery.hasLog(folder);
        if (!hasFile && hasLog) {
            throw damaged(folder, "its file " + IndexFile.NAME + " is missing");
        }
        if (!hasFile) {
            requireEmpty(folder);
        }
        IndexFile file = IndexFile.open(folder, settings.indexCacheMebibytes());
        try {
            return new StoreFolder(file, openLog(folder, settings, file, hasLog));
        } catch (LogDamagedException e) {
            file.closeWithoutWriting();
            throw damaged(folder, e.toString());
        } catch (IOException e) {
            file.closeWithoutWriting();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            file.closeWithoutWriting();
            throw e;
        }
    }

    private static DocumentLog openLog(Path folder, EngineSettings settings, IndexFile file, boolean hasLog)
            throws IOException {
        if (file.isForeign()) {
            throw new UnusableFolderException("The file %s in %s is not a store's: choose an empty folder."
                    .formatted(IndexFile.NAME, folder.toAbsolutePath()));
        }
        if (!file.isNew()) {
            if (!file.hasKnownFormat()) {
                throw new UnusableFolderException(
                        "The folder %s was written by another version of this store: start that version, or choose another folder."
                                .formatted(folder.toAbsolutePath()));
            }
            return LogRecovery.open(folder, settings.segmentBytes(), file.logUsage(), file.logPosition());
        }
        // Either nothing was ever written here, or the first start ended before its first checkpoint, or the file was
        // emptied.
        if (hasLog) {
            throw damaged(folder, "its file " + IndexFile.NAME + " has lost its content");
        }
        file.markFormat();
        file.setLog(Position.START, new byte[0]);
        file.commit();
        return LogRecovery.create(folder, settings.segmentBytes());
    }

    private static void requireEmpty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> foreign = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(LOCK_ENDING))
                    .sorted()
                    .toList();
            if (!foreign.isEmpty()) {
                throw new UnusableFolderException(
                        "The folder %s holds %s, which is not a store's: choose an empty folder."
                                .formatted(folder.toAbsolutePath(), foreign.getFirst()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static UnusableFolderException damaged(Path folder, String what) {
        return new UnusableFolderException("The store in %s is damaged, %s: restore the folder from a copy."
                .formatted(folder.toAbsolutePath(), what));
    }
}
