package io.twingrid.chassis.embedded.store.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * An append-only log of documents. When {@link #append} has returned, the record is with the operating system and survives
 * the end of this process; when {@link #force} has returned, it is on the disk and survives a power cut. Records that were
 * written over or removed stay as garbage until the whole segment is reclaimed.
 */
public final class DocumentLog implements AutoCloseable {

    private static final int WRITE_BUFFER = 1 << 16;

    private final Path folder;
    private final int segmentBytes;
    private final NavigableMap<Integer, Segment> segments = new ConcurrentSkipListMap<>();
    private final Usage usage;

    private final ReentrantLock appending = new ReentrantLock();
    private ByteBuffer writeBuffer = ByteBuffer.allocateDirect(WRITE_BUFFER);

    private final ReentrantLock forcing = new ReentrantLock();
    private Position forced = Position.START;

    DocumentLog(Path folder, int segmentBytes, Usage usage) {
        this.folder = folder;
        this.segmentBytes = segmentBytes;
        this.usage = usage;
    }

    void adopt(Segment segment) {
        segments.put(segment.number(), segment);
    }

    void begin() throws IOException {
        adopt(Segment.create(folder, Position.START.segment()));
    }

    /**
     * Hands out once more, in order, what was appended since a position.
     *
     * <p>The caller counts what becomes garbage through it with {@link #release}, as it did the first time.
     */
    public void replaySince(Position position, Visitor visitor) {
        for (int number : segments.tailMap(position.segment()).keySet()) {
            int from = number == position.segment() ? position.offset() : 0;
            visit(number, from, (address, record) -> {
                claim(number, record, Address.length(address));
                visitor.visit(address, record);
            });
        }
    }

    private void claim(int segment, LogRecord record, int length) {
        if (record.kind() == LogRecord.Kind.PUT) {
            usage.add(segment, length);
        }
    }

    /**
     * Writes one record.
     *
     * @return its address, for {@link #read}
     * @throws UncheckedIOException when it could not be written, and then it is not there at all
     */
    public long append(LogRecord record) {
        int length = LogRecord.sizeOf(record.bson().remaining());
        if (length > Address.LIMIT) {
            throw new IllegalArgumentException("a document of " + record.bson().remaining() + " bytes is too long");
        }
        appending.lock();
        try {
            Segment segment = writable();
            int offset = segment.size();
            segment.append(encoded(record, length));
            long address = Address.of(segment.number(), offset, length);
            claim(segment.number(), record, length);
            return address;
        } catch (IOException e) {
            throw new UncheckedIOException("The store cannot write to " + folder + ": " + e.getMessage(), e);
        } finally {
            appending.unlock();
        }
    }

    private ByteBuffer encoded(LogRecord record, int length) {
        if (length > writeBuffer.capacity()) {
            ByteBuffer large = ByteBuffer.allocate(length);
            record.writeTo(large);
            return large.flip();
        }
        writeBuffer.clear();
        record.writeTo(writeBuffer);
        return writeBuffer.flip();
    }

    private Segment writable() throws IOException {
        Segment newest = segments.lastEntry().getValue();
        if (newest.size() < segmentBytes) {
            return newest;
        }
        // So that only the newest segment can have an end that is not on the disk.
        newest.force();
        Segment next = Segment.create(folder, newest.number() + 1);
        adopt(next);
        return next;
    }

    /**
     * Reads a record that {@link #append} wrote.
     *
     * @throws LogDamagedException when the bytes are not those that were written
     */
    public LogRecord read(long address) {
        int number = Address.segment(address);
        Segment segment = segments.get(number);
        LogRecord record = segment == null ? null : segment.read(Address.offset(address), Address.length(address));
        if (record == null) {
            throw new LogDamagedException(damageAt(number, Address.offset(address)));
        }
        return record;
    }

    String damageAt(int segment, int offset) {
        return "The store's log is damaged at byte %d of %s"
                .formatted(offset, folder.resolve("%08d.log".formatted(segment)));
    }

    /** Right behind the last record. */
    public Position end() {
        Segment newest = segments.lastEntry().getValue();
        return new Position(newest.number(), newest.size());
    }

    /** Returns when everything that was appended before this call is on the disk. Callers that wait together share one write. */
    public void force() {
        Position wanted = end();
        forcing.lock();
        try {
            if (forced.compareTo(wanted) < 0) {
                Position reached = end();
                segments.lastEntry().getValue().force();
                forced = reached;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The store cannot write to " + folder + ": " + e.getMessage(), e);
        } finally {
            forcing.unlock();
        }
    }

    /** Counts a record as garbage: it was written over or removed. */
    public void release(long address) {
        usage.add(Address.segment(address), -Address.length(address));
    }

    /** Bytes of records that were appended since a position. */
    public long bytesSince(Position position) {
        long bytes = -position.offset();
        for (Segment segment : segments.tailMap(position.segment()).values()) {
            bytes += segment.size();
        }
        return bytes;
    }

    /** The place right behind a record. */
    public Position behind(long address) {
        return new Position(Address.segment(address), Address.offset(address) + Address.length(address));
    }

    /** The bytes that a record takes. */
    public int lengthOf(long address) {
        return Address.length(address);
    }

    /** The garbage's share of the segments in which something is still wanted, in percent. */
    public int garbagePercent() {
        long total = segments.values().stream()
                .filter(segment -> !isGarbage(segment.number()))
                .mapToLong(Segment::size)
                .sum();
        return total == 0 ? 0 : (int) (100 - 100 * usage.total() / total);
    }

    public long totalBytes() {
        return segments.values().stream().mapToLong(Segment::size).sum();
    }

    /** The segment before {@code position} with the greatest share of garbage among those in which something is wanted. */
    public Optional<Integer> mostGarbageBefore(Position position) {
        return segments.headMap(position.segment()).values().stream()
                .filter(segment -> !isGarbage(segment.number()) && usage.of(segment.number()) < segment.size())
                .min(Comparator.comparingDouble(segment -> (double) usage.of(segment.number()) / segment.size()))
                .map(Segment::number);
    }

    private boolean isGarbage(int segment) {
        return usage.of(segment) == 0;
    }

    /** The numbers of the segments before {@code position} in which nothing is wanted any more. */
    public List<Integer> garbageBefore(Position position) {
        return segments.headMap(position.segment()).keySet().stream()
                .filter(this::isGarbage)
                .toList();
    }

    /** Hands each sound record of a segment to {@code visitor}, from {@code offset} on, and says where the soundness ends. */
    int visit(int segment, int offset, Visitor visitor) {
        Segment visited = segments.get(segment);
        if (visited == null) {
            throw new LogDamagedException(damageAt(segment, offset));
        }
        ByteBuffer bytes = visited.readFrom(offset);
        while (bytes.hasRemaining()) {
            LogRecord record = LogRecord.readFrom(bytes);
            if (record == null) {
                break;
            }
            int length = LogRecord.sizeOf(record.bson().remaining());
            if (length > bytes.remaining()) {
                break;
            }
            visitor.visit(Address.of(segment, offset + bytes.position(), length), record);
            bytes.position(bytes.position() + length);
        }
        return offset + bytes.position();
    }

    /** Hands each record of a segment to {@code visitor}. */
    public void visit(int segment, Visitor visitor) {
        int end = visit(segment, 0, visitor);
        if (end != sizeOf(segment)) {
            throw new LogDamagedException(damageAt(segment, end));
        }
    }

    private int sizeOf(int segment) {
        return Optional.ofNullable(segments.get(segment)).map(Segment::size).orElse(0);
    }

    /** Removes a segment that nobody reads any more. */
    public void delete(int segment) {
        Segment deleted = segments.remove(segment);
        usage.forget(segment);
        if (deleted != null) {
            try {
                deleted.delete();
            } catch (IOException e) {
                throw new UncheckedIOException("The store cannot delete " + deleted.file(), e);
            }
        }
    }

    /** The live bytes of each segment, for {@link LogRecovery}. */
    public byte[] usage() {
        return usage.toBytes();
    }

    int newest() {
        return segments.isEmpty() ? 0 : segments.lastKey();
    }

    @Nullable
    Segment segment(int number) {
        return segments.get(number);
    }

    @Override
    public void close() {
        for (Segment segment : segments.values()) {
            try {
                segment.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The store cannot close " + segment.file(), e);
            }
        }
    }

    /** Sees records with their addresses. */
    @FunctionalInterface
    public interface Visitor {
        void visit(long address, LogRecord record);
    }
}
