package io.twingrid.notification.domain;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Who is told of one kind of fact, and in which words.
 *
 * @param on the kind of fact
 * @param when only where these details have these values; empty for always
 * @param to who is told
 * @param title one line, zh and en
 * @param text a sentence or two, zh and en
 * @param link a path on the town's origin
 * @param urgency whether it may wait
 */
public record NoticeRule(
        Occasion on,
        Map<Detail, String> when,
        List<Addressee> to,
        Map<Language, Template> title,
        Map<Language, Template> text,
        Template link,
        Urgency urgency) {

    /**
     * Checks the rule against what its occasion tells.
     *
     * @throws IllegalArgumentException if the rule asks for what is not known on its occasion; the message says what
     */
    public NoticeRule {
        when = Map.copyOf(when);
        to = List.copyOf(to);
        title = inEveryLanguage(title);
        text = inEveryLanguage(text);
        if (to.isEmpty()) {
            throw new IllegalArgumentException("nobody is told of " + on.word());
        }
        to.forEach(addressee -> addressee.foundBy().forEach(detail -> known(on, detail)));
        when.keySet().forEach(detail -> known(on, detail));
        title.values().forEach(template -> worded(on, template));
        text.values().forEach(template -> worded(on, template));
        link.named().forEach(detail -> known(on, detail));
        urgency.needs().forEach(detail -> known(on, detail));
    }

    boolean applies(Heard heard, Details details) {
        Predicate<Map.Entry<Detail, String>> holds =
                condition -> condition.getValue().equals(details.text(condition.getKey()));
        return on == heard.occasion() && when.entrySet().stream().allMatch(holds);
    }

    private static Map<Language, Template> inEveryLanguage(Map<Language, Template> templates) {
        for (Language language : Language.values()) {
            if (!templates.containsKey(language)) {
                throw new IllegalArgumentException("a text is missing in " + language);
            }
        }
        return Map.copyOf(templates);
    }

    private static void worded(Occasion on, Template template) {
        for (Detail detail : template.named()) {
            known(on, detail);
            if (detail.isPerson()) {
                throw new IllegalArgumentException("a person's id is never in a notice's words: " + detail.word());
            }
        }
    }

    private static void known(Occasion on, Detail detail) {
        if (!on.tells(detail)) {
            throw new IllegalArgumentException(on.word() + " does not tell " + detail.word());
        }
    }
}
