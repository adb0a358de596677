package io.twingrid.intake;

import io.twingrid.intake.domain.DraftLimits;
import io.twingrid.intake.domain.FlagRule;
import io.twingrid.intake.domain.ServiceArea;
import io.twingrid.intake.domain.ServiceArea.Outside;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a town may set about its intake; every value stands in {@code report-intake.yaml}, with its reason.
 *
 * @param zone in which the town counts its days; a report's number begins with the day
 * @param anonymous whether reports without a reporter are taken; they earn no points
 * @param outside what is done with a report from outside the town's streets
 * @param viewWait how long a read waits for a report that was accepted a moment ago
 * @param viewLook pause between two looks while it waits
 * @param feedbackWithin how long after the result its reporter may say how it turned out
 * @param publicUrl where the town is reached from outside, without a slash at the end
 * @param batch reports in one batch, at most
 * @param batchAtOnce reports of a batch that are published side by side
 * @param draft how much a report may hold
 * @param nearby how far "near" is
 * @param moderation what is not published unseen
 */
@ConfigurationProperties("intake")
public record IntakeSettings(
        ZoneId zone,
        boolean anonymous,
        Outside outside,
        Duration viewWait,
        Duration viewLook,
        Duration feedbackWithin,
        String publicUrl,
        int batch,
        int batchAtOnce,
        DraftLimits draft,
        Nearby nearby,
        Moderation moderation) {
    public IntakeSettings {
        if (viewLook.isNegative() || viewLook.isZero() || viewWait.compareTo(viewLook) < 0) {
            throw new IllegalArgumentException(
                    "intake.view-wait (" + viewWait + ") must not be shorter than intake.view-look (" + viewLook + ")");
        }
        if (batch < 1 || batchAtOnce < 1) {
            throw new IllegalArgumentException("intake.batch and intake.batch-at-once must be positive");
        }
    }

    /**
     * What is not published unseen.
     *
     * @param everything hold every report until somebody has looked
     * @param links hold reports that name a site
     * @param blockedWords hold reports with one of these
     * @param privateCategories codes of categories that concern persons; their reports are never public
     */
    public record Moderation(
            boolean everything,
            boolean links,
            @Nullable List<String> blockedWords,
            @Nullable Set<String> privateCategories) {
        List<FlagRule> rules(ServiceArea area) {
            List<FlagRule> rules = new ArrayList<>();
            rules.add(FlagRule.outsideArea(area));
            rules.add(FlagRule.privateCategory(Objects.requireNonNullElse(privateCategories, Set.of())));
            rules.add(FlagRule.blockedWords(Objects.requireNonNullElse(blockedWords, List.of())));
            if (links) {
                rules.add(FlagRule.links());
            }
            if (everything) {
                rules.add(FlagRule.everything());
            }
            return rules;
        }
    }

    /**
     * How far "near" is.
     *
     * @param widest radius in metres that may be asked for
     * @param looked reports that are looked at for one answer
     * @param items reports in one answer
     */
    public record Nearby(int widest, int looked, int items) {
        public Nearby {
            if (widest < 1 || widest > 1000 || items < 1 || looked < items) {
                throw new IllegalArgumentException("intake.nearby: widest from 1 to 1000 m, and 1 <= items <= looked");
            }
        }
    }
}
