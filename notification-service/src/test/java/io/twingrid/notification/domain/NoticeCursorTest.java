package io.twingrid.notification.domain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeCursorTest {
    private static final Audience LEADS = Audience.inCommunity("tieshan", "community-lead");
    private static final Audience ME = Audience.person("lead-tieshan");

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, 16_383, 16_384, 1L << 35, Long.MAX_VALUE})
    void whatIsWrittenIsRead(long seq) {
        NoticeCursor cursor = NoticeCursor.at(Map.of(LEADS, seq, ME, 7L));

        NoticeCursor read = NoticeCursor.parse(cursor.text());

        assertThat(read).isEqualTo(cursor);
        assertThat(read.seqOf(LEADS)).hasValue(seq);
        assertThat(read.seqOf(ME)).hasValue(7);
    }

    @Test
    void anAudienceThatItDoesNotKnowHasNoPlace() {
        assertThat(NoticeCursor.at(Map.of(LEADS, 1L)).seqOf(ME)).isEmpty();
        assertThat(NoticeCursor.NOWHERE.seqOf(ME)).isEmpty();
    }

    @Test
    void movingOneAudienceLeavesTheOthers() {
        NoticeCursor before = NoticeCursor.at(Map.of(LEADS, 3L, ME, 7L));

        NoticeCursor after = before.with(LEADS, 4);

        assertThat(after).isEqualTo(NoticeCursor.at(Map.of(LEADS, 4L, ME, 7L)));
        assertThat(before.seqOf(LEADS)).hasValue(3);
    }

    @Test
    void oneStateOfThingsHasOneText() {
        Map<Audience, Long> places = new HashMap<>();
        for (int i = 0; i < 50; i++) {
            places.put(Audience.person("p" + i), (long) i);
        }

        assertThat(NoticeCursor.at(places).text())
                .isEqualTo(NoticeCursor.at(new HashMap<>(places)).text());
    }

    @Test
    void itIsShortSafeInAHeaderAndNamesNobody() {
        String text = NoticeCursor.at(Map.of(LEADS, 12_345L, ME, 99L)).text();

        assertThat(text).hasSizeLessThan(32).matches("[A-Za-z0-9_-]+");
        assertThat(new String(Base64.getUrlDecoder().decode(text), ISO_8859_1)).doesNotContain("tieshan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42", "!!", "Ag", "AQAA", "AQAAAAAAAAAA", "AQAAAAAAAAAA_____________w"})
    void whatIsNoCursorIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> NoticeCursor.parse(text));
    }
}
