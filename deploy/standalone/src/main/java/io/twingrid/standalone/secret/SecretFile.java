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
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String secret = fresh.get();
        keep(file, secret);
        return secret;
    }

    /**
     * Puts a secret into the file, in place of the one that is there. Written aside and moved, so that a crash leaves no half a
     * secret.
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void keep(Path file, String secret) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path aside = Files.createTempFile(folder, "secret", ".new", ownerOnly());
            Files.writeString(aside, secret);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
