package io.twingrid.chassis.embedded.store.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.twingrid.chassis.embedded.store.log.LogRecord.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentLogTest {

    private static final int SEGMENT_BYTES = 256;

    @TempDir
    Path folder;

    private static LogRecord put(long record, String text) {
        return new LogRecord(Kind.PUT, 3, record, ByteBuffer.wrap(text.getBytes(UTF_8)));
    }

    private static String text(LogRecord record) {
        return UTF_8.decode(record.bson().duplicate()).toString();
    }

    private List<String> replayed(Position since) throws IOException {
        List<String> texts = new ArrayList<>();
        try (DocumentLog log = LogRecovery.open(folder, SEGMENT_BYTES, new byte[0], since)) {
            log.replaySince(since, (address, record) -> texts.add(record.record() + text(record)));
        }
        return texts;
    }

    @Test
    void whatWasAppendedIsReadAndReplayedAcrossSegments() throws IOException {
        List<Long> addresses = new ArrayList<>();
        Position middle;
        try (DocumentLog log = LogRecovery.create(folder, SEGMENT_BYTES)) {
            for (int i = 0; i < 10; i++) {
                addresses.add(log.append(put(i, "document " + "x".repeat(i * 20))));
            }
            middle = log.behind(addresses.get(6));
            for (int i = 0; i < 10; i++) {
                LogRecord read = log.read(addresses.get(i));
                assertThat(read.record()).isEqualTo(i);
                assertThat(read.collection()).isEqualTo(3);
                assertThat(text(read)).hasSize(9 + i * 20);
            }
            assertThat(log.end().segment()).isGreaterThan(2);
        }
        assertThat(replayed(Position.START)).hasSize(10);
        assertThat(replayed(middle)).extracting(text -> text.charAt(0)).containsExactly('7', '8', '9');
    }

    @Test
    void aRecordThatWasCutShortIsTakenAwayAndTheLogGoesOn() throws IOException {
        try (DocumentLog log = LogRecovery.create(folder, SEGMENT_BYTES)) {
            log.append(put(1, "whole"));
            log.append(put(2, "cut in the middle of its text"));
        }
        Path file = folder.resolve("00000001.log");
        byte[] bytes = Files.readAllBytes(file);
        for (int cut = bytes.length - 1; cut > bytes.length - 64; cut--) {
            Files.write(file, Arrays.copyOf(bytes, cut));
            assertThat(replayed(Position.START)).as("cut at %d", cut).containsExactly("1whole");
        }
        try (DocumentLog log = LogRecovery.open(folder, SEGMENT_BYTES, new byte[0], Position.START)) {
            log.append(put(3, "next"));
        }
        assertThat(replayed(Position.START)).containsExactly("1whole", "3next");
    }

    @Test
    void damageBeforeAnAcknowledgedRecordIsNamedAndLeftAlone() throws IOException {
        try (DocumentLog log = LogRecovery.create(folder, SEGMENT_BYTES)) {
            log.append(put(1, "first"));
            log.append(put(2, "second"));
        }
        Path file = folder.resolve("00000001.log");
        byte[] bytes = Files.readAllBytes(file);
        bytes[LogRecord.HEADER + 2] ^= 1;
        Files.write(file, bytes);
        assertThatExceptionOfType(LogDamagedException.class)
                .isThrownBy(() -> replayed(Position.START))
                .withMessageContaining("at byte 0 of")
                .withMessageContaining("00000001.log");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void damageIsSeenByWhoReads() throws IOException {
        try (DocumentLog log = LogRecovery.create(folder, SEGMENT_BYTES)) {
            long address = log.append(put(1, "first"));
            Path file = folder.resolve("00000001.log");
            byte[] bytes = Files.readAllBytes(file);
            bytes[LogRecord.HEADER] ^= 1;
            Files.write(file, bytes);
            assertThatExceptionOfType(LogDamagedException.class).isThrownBy(() -> log.read(address));
        }
    }

    @Test
    void aSegmentThatIsMissingIsNamed() throws IOException {
        byte[] usage;
        Position end;
        try (DocumentLog log = LogRecovery.create(folder, SEGMENT_BYTES)) {
            for (int i = 0; i < 10; i++) {
                log.append(put(i, "x".repeat(100)));
            }
            usage = log.usage();
            end = log.end();
        }
        Files.delete(folder.resolve("00000002.log"));
        assertThatExceptionOfType(LogDamagedException.class)
                .isThrownBy(() -> LogRecovery.open(folder, SEGMENT_BYTES, usage, end))
                .withMessageContaining("00000002.log");
    }

    @Test
    void garbageIsCountedBySegment() throws IOException {
        try (DocumentLog log = LogRecovery.create(folder, SEGMENT_BYTES)) {
            List<Long> addresses = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                addresses.add(log.append(put(i, "x".repeat(100))));
            }
            assertThat(log.garbagePercent()).isZero();
            log.release(addresses.get(0));
            assertThat(log.garbagePercent()).isBetween(5, 12);
            assertThat(log.mostGarbageBefore(log.end())).contains(1);
            log.release(addresses.get(1));
            assertThat(log.garbageBefore(log.end())).containsExactly(1);
            log.delete(1);
            assertThat(folder.resolve("00000001.log")).doesNotExist();
            assertThat(text(log.read(addresses.get(11)))).hasSize(100);
        }
    }
}
