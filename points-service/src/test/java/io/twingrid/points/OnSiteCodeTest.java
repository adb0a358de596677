package io.twingrid.points;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnSiteCodeTest {
    private static final String SECRET = Base64.getEncoder().encodeToString("12345678901234567890".getBytes(US_ASCII));

    /** The last six digits of the values in RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037"})
    void codesAreThoseOfTheStandard(long time, String code) {
        assertThat(OnSiteCode.at(SECRET, Instant.ofEpochSecond(time))).isEqualTo(code);
    }

    @Test
    void aCodeIsGoodForItsStepAndTheOnesBesideIt() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        String code = OnSiteCode.at(SECRET, now);

        assertThat(OnSiteCode.isRight(SECRET, code, now.plusSeconds(30))).isTrue();
        assertThat(OnSiteCode.isRight(SECRET, code, now.minusSeconds(30))).isTrue();
        assertThat(OnSiteCode.isRight(SECRET, code, now.plusSeconds(90))).isFalse();
        assertThat(OnSiteCode.nextAfter(now)).isEqualTo(Instant.ofEpochSecond(1_111_111_140));
    }

    @Test
    void everySecretIsAnother() {
        assertThat(OnSiteCode.newSecret()).isNotEqualTo(OnSiteCode.newSecret());
    }
}
