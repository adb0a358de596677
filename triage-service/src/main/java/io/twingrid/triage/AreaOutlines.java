package io.twingrid.triage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.DigestUtils;

/**
 * The town's area file as the town wrote it, for maps.
 *
 * @param geoJson <a href="https://www.rfc-editor.org/rfc/rfc7946">RFC 7946</a>
 * @param tag differs for every other text
 */
public record AreaOutlines(String geoJson, String tag) {

    /** Gives the outlines as they are at the moment. */
    @FunctionalInterface
    public interface Source {
        AreaOutlines latest();
    }

    static AreaOutlines read(Path town) {
        try {
            String text = Files.readString(town.resolve(AreasFile.NAME));
            return new AreaOutlines(text, DigestUtils.md5DigestAsHex(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
