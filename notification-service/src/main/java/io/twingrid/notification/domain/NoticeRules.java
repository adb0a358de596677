package io.twingrid.notification.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** All the rules of who is told what. One fact makes at most one notice for an audience: by the first rule that names it. */
public final class NoticeRules {
    private final List<NoticeRule> rules;
    private final Scribe scribe;

    public NoticeRules(List<NoticeRule> rules, Scribe scribe) {
        this.rules = List.copyOf(rules);
        this.scribe = scribe;
    }

    /** Whether there is anything to tell on this occasion. */
    public boolean concern(Occasion occasion) {
        return rules.stream().anyMatch(rule -> rule.on() == occasion);
    }

    /** Who is to be told what of {@code heard}, given the card of its subject as it is by then. */
    public List<Draft> drafts(Heard heard, Card card) {
        Details details = heard.details().and(card.details().that(heard.occasion()::tells));
        List<Draft> drafts = new ArrayList<>();
        Set<Audience> told = new HashSet<>();
        for (NoticeRule rule : rules) {
            if (rule.applies(heard, details)) {
                List<Audience> audiences = rule.to().stream()
                        .flatMap(addressee -> addressee.among(details).stream())
                        .filter(told::add)
                        .toList();
                if (!audiences.isEmpty()) {
                    Content content = content(rule, heard, details);
                    audiences.forEach(audience -> drafts.add(new Draft(audience, content)));
                }
            }
        }
        return drafts;
    }

    private Content content(NoticeRule rule, Heard heard, Details details) {
        return new Content(
                heard.cause(),
                heard.occasion().word(),
                details.text(Detail.REPORT_ID),
                words(rule.title(), details),
                words(rule.text(), details),
                scribe.path(rule.link(), details),
                heard.at(),
                rule.urgency().isUrgent(details));
    }

    private Words words(Map<Language, Template> templates, Details details) {
        return new Words(in(Language.ZH, templates, details), in(Language.EN, templates, details));
    }

    private String in(Language language, Map<Language, Template> templates, Details details) {
        return scribe.write(Objects.requireNonNull(templates.get(language)), details, language);
    }
}
