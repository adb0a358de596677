package io.twingrid.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.twingrid.notification.domain.Preferences.Timing;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreferencesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
    private static final QuietHours NOON = new QuietHours(LocalTime.NOON, LocalTime.of(13, 30));
    private static final LocalTime EIGHT = LocalTime.of(8, 0);

    @Test
    void withoutWishesEverythingGoesAtOnce() {
        assertThat(timing(false, null, null, "03:00")).isEqualTo(new Timing(at("03:00"), false));
    }

    @Test
    void whatIsNotUrgentWaitsForTheEndOfTheQuiet() {
        assertThat(timing(false, NIGHT, null, "22:00").at())
                .isEqualTo(at("07:00").plusSeconds(86_400));
        assertThat(timing(false, NIGHT, null, "06:59").at()).isEqualTo(at("07:00"));
        assertThat(timing(false, NIGHT, null, "07:00").at()).isEqualTo(at("07:00"));
        assertThat(timing(false, NIGHT, null, "21:59").at()).isEqualTo(at("21:59"));
        assertThat(timing(false, NOON, null, "12:00").at()).isEqualTo(at("13:30"));
        assertThat(timing(false, NOON, null, "14:00").at()).isEqualTo(at("14:00"));
    }

    @Test
    void whatIsNotUrgentGoesWithTheNextDigest() {
        assertThat(timing(false, null, EIGHT, "07:59")).isEqualTo(new Timing(at("08:00"), true));
        assertThat(timing(false, null, EIGHT, "08:00"))
                .isEqualTo(new Timing(at("08:00").plusSeconds(86_400), true));
    }

    @Test
    void whatIsUrgentPasses() {
        assertThat(timing(true, NIGHT, EIGHT, "03:00")).isEqualTo(new Timing(at("03:00"), false));
    }

    @Test
    void theQuietThatEndsWhereItBeginsAndMailWithoutAnAddressAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new QuietHours(EIGHT, EIGHT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Preferences(Set.of(Channel.MAIL), null, Language.EN, null, null));
    }

    private static Timing timing(
            boolean urgent, @Nullable QuietHours quiet, @Nullable LocalTime digestAt, String clock) {
        Content usual = Samples.draft(Audience.person("wang"), 1).content();
        Content content = new Content(
                usual.cause(), usual.type(), null, usual.title(), usual.text(), usual.link(), usual.at(), urgent);
        return new Preferences(Set.of(Channel.PUSH), null, Language.ZH, quiet, digestAt)
                .timing(content, at(clock), ZONE);
    }

    private static Instant at(String clock) {
        return Instant.parse("2026-11-22T" + clock + ":00+08:00");
    }
}
