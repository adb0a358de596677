package io.twingrid.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twingrid.chassis.file.BadFileException;
import io.twingrid.notification.domain.Addressee;
import io.twingrid.notification.domain.Detail;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** Rules that a town writes itself: read, or refused in a sentence that names the rule. */
class RulesFileTest {

    @Test
    void aRuleIsReadAsItIsWritten() {
        RulesFile file =
                read(rule("on: resolved, when: {level: STREET}, to: [street-coordinator of street, reporter]"));

        assertThat(file.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.on().word()).isEqualTo("resolved");
            assertThat(rule.when()).isEqualTo(Map.of(Detail.LEVEL, "STREET"));
            assertThat(rule.to())
                    .containsExactly(
                            new Addressee.InArea("street-coordinator", Detail.STREET),
                            new Addressee.Named(Detail.REPORTER, Addressee.Kind.PERSON));
        });
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "on: exploded, to: [reporter]                       | nobody hears of 'exploded'",
                "on: routed, to: []                                 | nobody is told of routed",
                "on: routed, to: [the mayor]                        | there is no detail 'the mayor'",
                "on: routed, to: [number]                           | nobody is found by 'number'",
                "on: routed, to: [maker]                            | routed does not tell maker",
                "on: credited, to: [community-lead of community]    | credited does not tell community",
                "on: routed, when: {level: STREET}, to: [reporter]  | routed does not tell level",
                "on: routed, when: {colour: red}, to: [reporter]    | there is no detail 'colour'",
            })
    void aRuleThatCannotBeIsNamed(String rule, String why) {
        assertThatThrownBy(() -> read(rule(rule)))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("rule 1 (on ")
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{dueBy}    | routed does not tell dueBy",
                "{colour}   | there is no detail 'colour'",
                "{reporter} | a person's id is never in a notice's words",
                "' '        | a text is blank",
            })
    void aTextThatCannotBeIsNamed(String text, String why) {
        assertThatThrownBy(() -> read("{words: {}, rules: [{on: routed, to: [reporter], link: /x, "
                        + "title: {zh: 题, en: title}, text: {zh: 文, en: '%s'}}]}".formatted(text)))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aTextInOneLanguageOnlyIsRefused() {
        assertThatThrownBy(
                        () -> read(
                                "{words: {}, rules: [{on: routed, to: [reporter], link: /x, title: {zh: 题}, text: {zh: 文, en: t}}]}"))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("en");
    }

    @Test
    void aMisspelledFieldIsRefusedWithItsLine() {
        String rules = rule("on: routed,\n to: [reporter],\n colour: red");

        assertThatThrownBy(() -> read(rules))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("colour");
    }

    @Test
    void aMissingFileIsRefused() {
        assertThatThrownBy(() -> RulesFile.read(new ClassPathResource("nowhere.yaml")))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("nowhere.yaml")
                .hasMessageContaining("NOTICE_RULES");
    }

    private static String rule(String what) {
        return "{words: {}, rules: [{%s, title: {zh: 题, en: title}, text: {zh: 文, en: text}, link: /x}]}"
                .formatted(what);
    }

    private static RulesFile read(String yaml) {
        return RulesFile.read(new ByteArrayResource(yaml.getBytes(UTF_8), "rules.yaml"));
    }
}
