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
    /** Of a note: {@code true} if everybody may read it. */
    PUBLIC("public"),
    DEPARTMENT("department"),
    /** Those that join in (协办). */
    CO_DEPARTMENTS("coDepartments"),
    DUE_BY("dueBy"),
    UNTIL("until"),
    REVIEW_ON("reviewOn"),
    STAGE("stage"),
    /** Who is urged: {@code DEPARTMENT} or {@code CENTRE}. */
    URGES("urges"),
    TASK_ID("taskId"),
    KIND("kind"),
    READY_FROM("readyFrom"),
    POINTS("points"),
    AMOUNT("amount"),
    BALANCE("balance"),
    /** The day on which points lapse. */
    ON("on"),
    CREDENTIAL("credential"),
    TOPIC("topic"),
    GROUP("group"),
    REPORTER("reporter"),
    /** Reporters whose reports were merged into this one. */
    FOLLOWERS("followers"),
    HANDLER("handler"),
    MAKER("maker"),
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
        return switch (this) {
            case REPORTER, FOLLOWERS, HANDLER, MAKER, OBSERVER -> true;
            default -> false;
        };
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
