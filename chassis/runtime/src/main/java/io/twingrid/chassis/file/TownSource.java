package io.twingrid.chassis.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one of the town's files says, read again when the file changes. A file that is bad at start stops the start; one
 * that becomes bad is refused by name, and what it said before stays.
 */
public final class TownSource<T> implements Supplier<T> {
    private static final Logger log = LoggerFactory.getLogger(TownSource.class);

    private final Path town;
    private final Path file;
    private final Function<Path, T> reader;
    private volatile T current;
    private volatile String seen;

    /**
     * Reads a file.
     *
     * @param town the town's folder
     * @param name of the file in it
     * @param reader makes of the town's folder what the file says
     * @throws BadFileException if the file is missing or wrong
     */
    public TownSource(Path town, String name, Function<Path, T> reader) {
        this.town = town;
        this.file = town.resolve(name);
        this.reader = reader;
        this.seen = stamp();
        this.current = reader.apply(town);
    }

    /** What the file says, or said when it was good the last time. */
    @Override
    public T get() {
        return current;
    }

    /** Reads the file again if it has changed; answers whether it says something new. */
    public synchronized boolean refresh() {
        String now = stamp();
        if (now.equals(seen)) {
            return false;
        }
        seen = now;
        try {
            current = reader.apply(town);
            log.info("{} was read again", file);
            return true;
        } catch (RuntimeException e) { // whatever is wrong with it: a file must not be able to stop the looking
            log.warn("{} is refused, what it said before stays: {}", file, e.toString());
            return false;
        }
    }

    private String stamp() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (IOException e) {
            return "missing";
        }
    }
}
