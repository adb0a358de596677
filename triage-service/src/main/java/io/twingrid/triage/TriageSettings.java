package io.twingrid.triage;

import io.twingrid.triage.domain.CategoryRule;
import io.twingrid.triage.domain.Level;
import io.twingrid.triage.domain.Priority;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is the town's to decide beside its files, and what bounds the desk's work.
 *
 * @param fallbackGrid id of the grid that a report goes to whose place is in no area of the town
 * @param unknownCategory how a report is dealt with whose category the catalogue has not (any more)
 * @param longestText characters that a note may have
 * @param longestId characters that the id of a person or a photo may have
 * @param mostPhotos photos that a resolution may name
 * @param mostHistory lines of a case's history after which only what moves the case is taken
 * @param page cases on a page of the list if the client does not say
 * @param largestPage cases on a page at most
 */
@ConfigurationProperties("triage")
public record TriageSettings(
        String fallbackGrid,
        @DefaultValue UnknownCategory unknownCategory,
        @DefaultValue("2000") int longestText,
        @DefaultValue("128") int longestId,
        @DefaultValue("9") int mostPhotos,
        @DefaultValue("500") int mostHistory,
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

        CategoryRule rule() {
            return new CategoryRule(Level.COMMUNITY, priority, verifyHours, resolveHours);
        }
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("triage." + name + " must be at least 1: " + value);
        }
    }
}
