package io.twingrid.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN,zh;q=0.9        | ZH",
                "en-US,en;q=0.9,zh;q=0.8 | EN",
                "zh-Hant-TW,en;q=0.1   | ZH",
                "de,en;q=0.5           | EN",
                "de                    | ZH",
                "*                     | ZH",
                "en;q=nonsense         | ZH",
            })
    void theReaderGetsWhatHePrefersOfWhatThereIs(String header, Language language) {
        assertThat(Language.preferredBy(header)).isEqualTo(language);
    }

    @Test
    void whoSaysNothingGetsTheTownsLanguage() {
        assertThat(Language.preferredBy(null)).isEqualTo(Language.ZH);
    }
}
