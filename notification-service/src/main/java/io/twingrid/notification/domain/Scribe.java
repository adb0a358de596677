package io.twingrid.notification.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes what a template means on one occasion: names for codes, the town's clock for times. */
public final class Scribe {
    private static final String UNKNOWN = "—";

    private final Names names;
    private final DateTimeFormatter zhClock;
    private final DateTimeFormatter enClock;
    private final DateTimeFormatter zhDay = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
    private final DateTimeFormatter enDay = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    public Scribe(Names names, ZoneId zone) {
        this.names = names;
        this.zhClock = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA).withZone(zone);
        this.enClock =
                DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(zone);
    }

    String write(Template template, Details details, Language language) {
        return template.fill(detail -> say(detail, details, language));
    }

    /** Codes and ids as they are: for paths. */
    String path(Template template, Details details) {
        return template.fill(detail -> {
            String id = details.text(detail);
            return id == null ? "" : id;
        });
    }

    private String say(Detail detail, Details details, Language language) {
        Object value = details.get(detail);
        if (value instanceof Instant time) {
            return clock(language).format(time);
        }
        if (value instanceof LocalDate day) {
            return (language == Language.ZH ? zhDay : enDay).format(day);
        }
        return value == null ? UNKNOWN : names.name(detail, value.toString(), language);
    }

    private DateTimeFormatter clock(Language language) {
        return switch (language) {
            case ZH -> zhClock;
            case EN -> enClock;
        };
    }
}
