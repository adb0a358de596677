package io.twingrid.notification;

import io.twingrid.chassis.file.BadFileException;
import io.twingrid.notification.domain.Addressee;
import io.twingrid.notification.domain.Detail;
import io.twingrid.notification.domain.Language;
import io.twingrid.notification.domain.Names;
import io.twingrid.notification.domain.NoticeRule;
import io.twingrid.notification.domain.Occasion;
import io.twingrid.notification.domain.Template;
import io.twingrid.notification.domain.Urgency;
import io.twingrid.notification.domain.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * {@code notice-rules.yaml}, read whole and checked at start: a rule that asks for what its fact does not tell stops it.
 *
 * @param names what the codes in facts are called
 * @param rules who is told what
 */
record RulesFile(Map<Detail, Map<String, Words>> names, List<NoticeRule> rules) {

    /** The file as it is written. */
    record Written(Map<String, Map<String, Words>> words, List<Rule> rules) {
        Written {
            Objects.requireNonNull(words, "words");
            Objects.requireNonNull(rules, "rules");
        }
    }

    /** A rule as it is written. */
    record Rule(
            String on,
            @Nullable Map<String, String> when,
            List<String> to,
            Words title,
            Words text,
            String link,
            @Nullable String urgent) {
        Rule {
            Objects.requireNonNull(on, "on");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(link, "link");
        }

        NoticeRule toRule() {
            Map<Detail, String> conditions = new EnumMap<>(Detail.class);
            if (when != null) {
                when.forEach((detail, value) -> conditions.put(Detail.of(detail), value));
            }
            return new NoticeRule(
                    Occasion.of(on),
                    conditions,
                    to.stream().map(Addressee::parse).toList(),
                    templates(title),
                    templates(text),
                    Template.parse(link),
                    Urgency.parse(urgent));
        }

        private static Map<Language, Template> templates(Words words) {
            return Map.of(Language.ZH, Template.parse(words.zh()), Language.EN, Template.parse(words.en()));
        }
    }

    /** The names in this file together with those in the town's. */
    Names names(
            Supplier<Map<String, Words>> areas,
            Supplier<Map<String, Words>> categories,
            Supplier<Map<String, Words>> departments) {
        Map<Detail, Supplier<Map<String, Words>>> all = new EnumMap<>(Detail.class);
        names.forEach((detail, words) -> all.put(detail, () -> words));
        List.of(Detail.STREET, Detail.COMMUNITY, Detail.GRID).forEach(area -> all.put(area, areas));
        all.put(Detail.CATEGORY, categories);
        all.put(Detail.DEPARTMENT, departments);
        return new Names(all);
    }

    /**
     * Reads and checks the file.
     *
     * @throws BadFileException if the file is missing or says something impossible; the message names file and rule
     */
    static RulesFile read(Resource file) {
        String name = file.getDescription();
        Written written = parse(file, name);
        try {
            Map<Detail, Map<String, Words>> names = new HashMap<>();
            written.words().forEach((detail, words) -> names.put(Detail.of(detail), words));
            List<NoticeRule> rules = new ArrayList<>();
            for (Rule rule : written.rules()) {
                rules.add(checked(rule, rules.size() + 1));
            }
            return new RulesFile(names, rules);
        } catch (IllegalArgumentException e) {
            throw new BadFileException(name + ": " + e.getMessage(), e);
        }
    }

    private static NoticeRule checked(Rule rule, int place) {
        try {
            return rule.toRule();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("rule %d (on %s): %s".formatted(place, rule.on(), e.getMessage()), e);
        }
    }

    private static Written parse(Resource file, String name) {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var text = file.getInputStream()) {
            return yaml.readValue(text, Written.class);
        } catch (IOException e) {
            throw new BadFileException(name + " cannot be read; NOTICE_RULES says where the rules are", e);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new BadFileException("%s, line %d: %s".formatted(name, line, e.getOriginalMessage()), e);
        }
    }
}
