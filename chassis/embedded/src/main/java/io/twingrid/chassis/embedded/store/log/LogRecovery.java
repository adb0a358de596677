package io.twingrid.chassis.embedded.store.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Opens a log after any kind of end. A last record that was cut short by the end, and so was never acknowledged, is taken
 * away; everything else that is not sound is damage.
 */
public final class LogRecovery {

    private LogRecovery() {}

    /** Whether a folder holds a log. */
    public static boolean hasLog(Path folder) {
        return !segmentFiles(folder).isEmpty();
    }

    /** An empty log in a folder that has none. */
    public static DocumentLog create(Path folder, int segmentBytes) throws IOException {
        DocumentLog log = new DocumentLog(folder, segmentBytes, Usage.fromBytes(new byte[0]));
        log.begin();
        return log;
    }

    /**
     * The log as it is on the disk, ready to be replayed since the checkpoint and then to be written.
     *
     * @param usage what {@link DocumentLog#usage()} was at the checkpoint
     * @param checkpoint up to where everything else in the store knows of the log
     * @throws LogDamagedException when something acknowledged cannot be read; nothing was changed then
     */
    public static DocumentLog open(Path folder, int segmentBytes, byte[] usage, Position checkpoint)
            throws IOException {
        Usage live = Usage.fromBytes(usage);
        DocumentLog log = new DocumentLog(folder, segmentBytes, live);
        try {
            for (Path file : segmentFiles(folder)) {
                log.adopt(Segment.open(file));
            }
            for (int wanted : live.segments()) {
                if (log.segment(wanted) == null) {
                    throw damaged(log, wanted, 0);
                }
            }
            requireSoundSince(log, checkpoint);
            return log;
        } catch (IOException | RuntimeException e) {
            log.close();
            throw e;
        }
    }

    private static void requireSoundSince(DocumentLog log, Position checkpoint) throws IOException {
        int newest = log.newest();
        if (newest == 0 && checkpoint.equals(Position.START)) {
            log.begin(); // the first start ended between the index file and the log
            return;
        }
        for (int number = checkpoint.segment(); number <= Math.max(newest, checkpoint.segment()); number++) {
            Segment segment = log.segment(number);
            int from = number == checkpoint.segment() ? checkpoint.offset() : 0;
            if (segment == null || segment.size() < from) {
                throw damaged(log, number, from);
            }
            int end = log.visit(number, from, (address, record) -> {});
            if (end < segment.size()) {
                if (number < newest || hasSoundRecordAfter(segment, end)) {
                    throw damaged(log, number, end);
                }
                segment.truncate(end);
                segment.force();
            }
        }
    }

    private static LogDamagedException damaged(DocumentLog log, int segment, int offset) {
        return new LogDamagedException(log.damageAt(segment, offset));
    }

    /** A record is appended only after the one before it was written, so a sound one behind a broken one means damage. */
    private static boolean hasSoundRecordAfter(Segment segment, int end) {
        ByteBuffer rest = segment.readFrom(end);
        for (int at = Address.UNIT; at + LogRecord.HEADER <= rest.limit(); at += Address.UNIT) {
            if (LogRecord.readFrom(rest.position(at)) != null) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> segmentFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Segment::isSegment).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
