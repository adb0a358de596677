package io.twingrid.triage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The town's area file as the town wrote it, for maps.
 *
 * @param geoJson <a href="https://www.rfc-editor.org/rfc/rfc7946">RFC 7946</a>
 */
public record AreaOutlines(String geoJson) {

    static AreaOutlines read(Path town) {
        try {
            return new AreaOutlines(Files.readString(town.resolve(AreasFile.NAME)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
