package io.twingrid.standalone.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A secret in a file that only its owner can read. */
public final class SecretFile {
    private SecretFile() {}

    /**
     * The secret in the file, or a new one that is in the file from now on.
     *
     * @param fresh makes a new one
     * @throws UncheckedIOException if the file cannot be read or written
     */
    public static String in(Path file, Supplier<String> fresh) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : keep(file.toAbsolutePath(), fresh.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String keep(Path file, String secret) throws IOException {
        Files.createDirectories(file.getParent());
        // Written aside and moved, so that a crash leaves no half a secret.
        Path aside = Files.createTempFile(file.getParent(), "secret", ".new", ownerOnly());
        Files.writeString(aside, secret);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        return secret;
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
