package io.twingrid.standalone;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * What a running standalone says about itself in its folder, for the demonstration and for scripts.
 *
 * @param pid its process
 * @param readyAfter from the beginning of the process to the last part ready
 * @param gateway address of the front door
 * @param issuer address of the OpenID Connect provider
 */
public record Announcement(long pid, Duration readyAfter, String gateway, String issuer) {

    private static final String FILE = "town.properties";

    /** What the standalone on this folder says; empty when none is running. */
    public static Optional<Announcement> read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long pid = Long.parseLong(properties.getProperty("pid"));
        // One that was killed could not take its words back.
        return ProcessHandle.of(pid)
                .map(alive -> new Announcement(
                        pid,
                        Duration.ofMillis(Long.parseLong(properties.getProperty("ready-after-ms"))),
                        properties.getProperty("gateway"),
                        properties.getProperty("issuer")));
    }

    void write(Path folder) {
        Properties properties = new Properties();
        properties.setProperty("pid", String.valueOf(pid));
        properties.setProperty("ready-after-ms", String.valueOf(readyAfter.toMillis()));
        properties.setProperty("gateway", gateway);
        properties.setProperty("issuer", issuer);
        try (Writer writer = Files.newBufferedWriter(folder.resolve(FILE))) {
            properties.store(writer, "Written when ready, deleted when stopped.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }
}
