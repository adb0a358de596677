package io.twingrid.triage;

import io.twingrid.triage.domain.CategoryRule;
import io.twingrid.triage.domain.Level;
import io.twingrid.triage.domain.Priority;
import io.twingrid.triage.domain.Resemblance;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is the town's to decide beside its files, and what bounds the desk's work.
 *
 * @param fallbackGrid id of the grid that a report goes to whose place is in no area of the town
 * @param zone where the town's months begin, for figures
 * @param unknownCategory how a report is dealt with whose category the catalogue has not (any more)
 * @param duplicates which earlier reports are offered as possible duplicates
 * @param feedbackWindow how long a resolved case waits for a word of the reporter before it closes by itself
 * @param rebuild whether the cases are made anew out of the topic at start, if their store is empty
 * @param longestText characters that a note may have
 * @param longestId characters that the id of a person or a photo may have
 * @param mostPhotos photos that a resolution may name
 * @param mostHistory lines of a case's history after which only what moves the case is taken
 * @param mostSupporters people whose support a case counts
 * @param mostJoined later reports that a case takes in
 * @param longestWait how far ahead a review date or a new limit may lie
 * @param largestSelection cases that one bulk action may name
 * @param counting how what has changed is counted
 * @param mostMonths months that one question for figures may span
 * @param page cases on a page of the list if the client does not say
 * @param largestPage cases on a page at most
 */
@ConfigurationProperties("triage")
public record TriageSettings(
        String fallbackGrid,
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue UnknownCategory unknownCategory,
        @DefaultValue Duplicates duplicates,
        @DefaultValue("7d") Duration feedbackWindow,
        @DefaultValue("false") boolean rebuild,
        @DefaultValue("2000") int longestText,
        @DefaultValue("128") int longestId,
        @DefaultValue("9") int mostPhotos,
        @DefaultValue("500") int mostHistory,
        @DefaultValue("500") int mostSupporters,
        @DefaultValue("50") int mostJoined,
        @DefaultValue("365d") Duration longestWait,
        @DefaultValue("100") int largestSelection,
        @DefaultValue Counting counting,
        @DefaultValue("24") int mostMonths,
        @DefaultValue("20") int page,
        @DefaultValue("100") int largestPage) {
    public TriageSettings {
        if (fallbackGrid.isBlank()) {
            throw new IllegalArgumentException("triage.fallback-grid must name a grid of areas.geojson");
        }
        atLeastOne("longest-text", longestText);
        atLeastOne("longest-id", longestId);
        atLeastOne("most-photos", mostPhotos);
        atLeastOne("most-history", mostHistory);
        atLeastOne("most-supporters", mostSupporters);
        atLeastOne("most-joined", mostJoined);
        atLeastOne("largest-selection", largestSelection);
        atLeastOne("most-months", mostMonths);
        positive("longest-wait", longestWait);
        positive("feedback-window", feedbackWindow);
        atLeastOne("page", page);
        if (largestPage < page) {
            throw new IllegalArgumentException("triage.largest-page must be at least triage.page: " + page);
        }
    }

    /**
     * The rule for a category that the catalogue has not. The community decides.
     *
     * @param verifyHours hours until somebody has looked
     * @param resolveHours hours until it is settled
     */
    public record UnknownCategory(
            @DefaultValue("NORMAL") Priority priority,
            @DefaultValue("4") int verifyHours,
            @DefaultValue("24") int resolveHours) {
        public UnknownCategory {
            CategoryRule.checkHours(verifyHours, resolveHours);
        }

        CategoryRule rule(Resemblance same) {
            return new CategoryRule(Level.COMMUNITY, priority, verifyHours, resolveHours, same);
        }
    }

    /**
     * Which earlier reports are offered as possible duplicates.
     *
     * @param metres how far away they are at most, where the catalogue does not say
     * @param within how long ago they were submitted at most, where the catalogue does not say
     * @param most how many are offered
     * @param candidates how many are looked at, the newest first
     */
    public record Duplicates(
            @DefaultValue("50") int metres,
            @DefaultValue("72h") Duration within,
            @DefaultValue("5") int most,
            @DefaultValue("50") int candidates) {
        public Duplicates {
            Resemblance.check(metres, within);
            atLeastOne("duplicates.most", most);
            atLeastOne("duplicates.candidates", candidates);
        }

        Resemblance usual() {
            return new Resemblance(metres, within);
        }
    }

    /**
     * How what has changed is counted.
     *
     * @param every pause between two looks for what has changed; so far counters may be behind
     * @param most cases that are counted at one time; bounds the size of a plan's document
     */
    public record Counting(
            @DefaultValue("500ms") Duration every,
            @DefaultValue("500") int most) {
        public Counting {
            positive("counting.every", every);
            atLeastOne("counting.most", most);
        }
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("triage." + name + " must be longer than nothing: " + value);
        }
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("triage." + name + " must be at least 1: " + value);
        }
    }
}
