package io.twingrid.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoticeIdTest {
    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00.123Z");

    @Test
    void itIsAUuidOfVersionSevenWithItsTime() {
        UUID id = UUID.fromString(NoticeId.of(NOW, 0));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void thoseStoredTogetherKeepTheirOrder() {
        assertThat(IntStream.range(0, 10_000).mapToObj(place -> NoticeId.of(NOW, place)))
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(NoticeId::isOne);
    }

    @Test
    void otherTextsAreNone() {
        assertThat(NoticeId.isOne("0199c7a2-6f3e-4d10-8a51-3c5b7e9f1a2b")).isFalse();
        assertThat(NoticeId.isOne("")).isFalse();
    }
}
