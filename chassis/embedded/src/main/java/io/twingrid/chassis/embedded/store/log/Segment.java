package io.twingrid.chassis.embedded.store.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One file of the log. Only the newest is written to. */
final class Segment implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("(\\d{8})\\.log");

    private final int number;
    private final Path file;
    private final FileChannel channel;
    private volatile int size;

    private Segment(int number, Path file, FileChannel channel, int size) {
        this.number = number;
        this.file = file;
        this.channel = channel;
        this.size = size;
    }

    static Segment create(Path folder, int number) throws IOException {
        Path file = folder.resolve("%08d.log".formatted(number));
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new Segment(number, file, channel, 0);
    }

    static Segment open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        return new Segment(numberOf(file), file, channel, Math.toIntExact(channel.size()));
    }

    static boolean isSegment(Path file) {
        return NAME.matcher(file.getFileName().toString()).matches();
    }

    private static int numberOf(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalArgumentException("not a segment: " + file);
        }
        return Integer.parseInt(name.group(1));
    }

    int number() {
        return number;
    }

    int size() {
        return size;
    }

    Path file() {
        return file;
    }

    /** Writes at the end. When that fails half-way, the half is taken away again. */
    void append(ByteBuffer bytes) throws IOException {
        int start = size;
        try {
            int at = start;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
            size = at;
        } catch (IOException e) {
            truncate(start);
            throw e;
        }
    }

    void truncate(int length) throws IOException {
        channel.truncate(length);
        size = length;
    }

    void force() throws IOException {
        channel.force(false);
    }

    /** The record of {@code length} bytes at {@code offset}; null when what stands there is no sound record. */
    @Nullable
    LogRecord read(int offset, int length) {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        readFully(buffer, offset);
        return LogRecord.readFrom(buffer.flip());
    }

    /** The whole file from {@code offset} on. */
    ByteBuffer readFrom(int offset) {
        ByteBuffer buffer = ByteBuffer.allocate(size - offset);
        readFully(buffer, offset);
        return buffer.flip();
    }

    private void readFully(ByteBuffer buffer, int offset) {
        try {
            int at = offset;
            while (buffer.hasRemaining()) {
                int read = channel.read(buffer, at);
                if (read < 0) {
                    return;
                }
                at += read;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The log file " + file + " cannot be read", e);
        }
    }

    void delete() throws IOException {
        channel.close();
        Files.delete(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
