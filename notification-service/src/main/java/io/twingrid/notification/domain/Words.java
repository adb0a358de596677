package io.twingrid.notification.domain;

import java.util.Objects;

/** A text in every language that notices are written in. */
public record Words(String zh, String en) {
    public Words {
        Objects.requireNonNull(zh, "zh");
        Objects.requireNonNull(en, "en");
    }

    public String in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }
}
