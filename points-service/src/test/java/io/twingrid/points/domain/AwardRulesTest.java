package io.twingrid.points.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twingrid.points.domain.Award.Part;
import io.twingrid.points.domain.Catalogue.Category;
import io.twingrid.points.domain.Catalogue.Points;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwardRulesTest {
    private static final AwardRules RULES = AwardRules.of(
            new Catalogue(
                    new Points(Map.of("HIGH", 5, "URGENT", 10), 3, null, null, null, null),
                    List.of(new Category("01037", 8), new Category("06999", 0))),
            ZoneId.of("Asia/Shanghai"));

    @Test
    void aResolvedReportEarnsThePointsOfItsCategory() {
        assertThat(RULES.awardFor(report("01037", "NORMAL", false)))
                .isEqualTo(new Award(List.of(new Part("resolved-report", 8))));
    }

    @Test
    void aPriorityAddsItsBonus() {
        assertThat(RULES.awardFor(report("01037", "URGENT", false)).parts())
                .containsExactly(new Part("resolved-report", 8), new Part("priority-bonus", 10));
    }

    @Test
    void whatWasHandledOnTheSpotEarnsMore() {
        assertThat(RULES.awardFor(report("01037", "NORMAL", true)).parts())
                .containsExactly(new Part("resolved-report", 8), new Part("handled-on-the-spot", 3));
    }

    @Test
    void theAwardIsTheSumOfAllRules() {
        assertThat(RULES.awardFor(report("01037", "HIGH", true)).amount()).isEqualTo(8 + 5 + 3);
    }

    @Test
    void aPriorityThatTheCatalogueDoesNotNameAddsNothing() {
        assertThat(RULES.awardFor(report("01037", "TOMORROWS", false)).amount()).isEqualTo(8);
    }

    @Test
    void aCategoryWithoutPointsEarnsNothing() {
        assertThat(RULES.awardFor(report("06999", "NORMAL", false)).isNothing()).isTrue();
    }

    @Test
    void anUnknownCategoryIsSaidByItsCode() {
        assertThatThrownBy(() -> RULES.awardFor(report("99999", "NORMAL", false)))
                .isInstanceOf(UnknownCategoryException.class)
                .hasMessageContaining("99999");
    }

    @Test
    void aReversedAwardAndTheAwardAddUpToNothingPartByPart() {
        Award award = RULES.awardFor(report("01037", "HIGH", true));

        assertThat(award.reversed().amount()).isEqualTo(-award.amount());
        assertThat(award.reversed().parts())
                .containsExactly(
                        new Part("resolved-report", -8),
                        new Part("priority-bonus", -5),
                        new Part("handled-on-the-spot", -3));
    }

    private static ResolvedReport report(String category, String priority, boolean handledOnSpot) {
        return new ResolvedReport("r-1", "observer-1", category, priority, handledOnSpot, Instant.EPOCH);
    }
}
