package io.twingrid.chassis.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second copy, in this process or in another one, away from a folder. The operating system lets go of the lock when
 * the process ends, however it ends.
 */
final class FolderLock implements AutoCloseable {

    static final String FILE = "in-use.lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Makes the folder when it is missing and takes it.
     *
     * @param what who wants the folder, for the message, such as "The store"
     * @throws EmbeddedStartException when the folder cannot be written or is in use
     */
    static FolderLock take(String what, Path folder) {
        FileChannel channel;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new EmbeddedStartException(
                    "%s cannot write to the folder %s (%s): give it a folder that this user may write to."
                            .formatted(what, folder.toAbsolutePath(), e),
                    e);
        }
        if (tryLock(channel) == null) {
            closeQuietly(channel);
            throw new EmbeddedStartException(
                    "%s cannot use the folder %s, because another copy is running on it: stop that one, or choose another folder."
                            .formatted(what, folder.toAbsolutePath()));
        }
        return new FolderLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        } catch (IOException e) {
            closeQuietly(channel);
            throw new EmbeddedStartException(
                    "This folder's file system cannot lock files (" + e.getMessage()
                            + "): choose a folder on a local disk.",
                    e);
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing was written through it, and the lock ends with the process at the latest.
            throw new IllegalStateException("a lock file could not be closed", e);
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }
}
