package io.twingrid.chassis.embedded.store.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What is on the disk at a moment is what a process that is killed then leaves behind. */
public final class Copies {

    private Copies() {}

    public static Path of(Engine engine, Path folder, Path copy) {
        engine.still(() -> {
            try (Stream<Path> files = Files.list(folder)) {
                Files.createDirectory(copy);
                for (Path file : files.toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return copy;
    }
}
