package io.twingrid.notification.domain;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Something known of what happened. A rule's templates name it in braces, e.g. {@code {verifyBy}}. */
public enum Detail {
    REPORT_ID("reportId"),
    NUMBER("number"),
    CATEGORY("category"),
    STREET("street"),
    COMMUNITY("community"),
    GRID("grid"),
    PRIORITY("priority"),
    VERIFY_BY("verifyBy"),
    RESOLVE_BY("resolveBy"),
    LEVEL("level"),
    CAUSE("cause"),
    REASON("reason"),
    DEPARTMENT("department"),
    DUE_BY("dueBy"),
    AMOUNT("amount"),
    BALANCE("balance"),
    REPORTER("reporter"),
    HANDLER("handler"),
    OBSERVER("observer");

    private final String word;

    Detail(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Whether it is somebody's id: such a detail addresses a notice and is never part of its words. */
    public boolean isPerson() {
        return this == REPORTER || this == HANDLER || this == OBSERVER;
    }

    /**
     * The detail of this word.
     *
     * @throws IllegalArgumentException if nothing is called so; the message says what there is
     */
    public static Detail of(String word) {
        return Arrays.stream(values())
                .filter(detail -> detail.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no detail '" + word + "', only "
                        + Arrays.stream(values()).map(Detail::word).collect(Collectors.joining(" "))));
    }
}
