package io.twingrid.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that everything is kept in, held by one copy at a time. The lock ends with the process, however it ends. */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the folder when it is missing and takes it.
     *
     * @throws StartFailure when it cannot be written, or another copy holds it
     */
    static DataFolder take(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path.resolve("log"));
            FileChannel channel =
                    FileChannel.open(path.resolve("town.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isTaken(channel)) {
                return new DataFolder(path, channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new StartFailure(
                    "The folder %s cannot be written (%s): give this user the right to, or set %s to another folder."
                            .formatted(path, e, StandaloneSettings.DATA),
                    e);
        }
        throw new StartFailure("Another copy is running on the folder %s: stop it, or set %s to another folder."
                .formatted(path, StandaloneSettings.DATA));
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return true;
        }
    }

    Path path() {
        return path;
    }

    Path log() {
        return path.resolve("log").resolve("twingrid.log");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
