package io.twingrid.notification;

import static io.twingrid.notification.domain.Samples.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Detail;
import io.twingrid.notification.domain.Details;
import io.twingrid.notification.domain.Draft;
import io.twingrid.notification.domain.Heard;
import io.twingrid.notification.domain.Names;
import io.twingrid.notification.domain.NoticeRules;
import io.twingrid.notification.domain.Occasion;
import io.twingrid.notification.domain.ReportCard;
import io.twingrid.notification.domain.Scribe;
import io.twingrid.notification.domain.Words;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;

/** Who is told what by the rules as they are shipped, in the words of the town as it is shipped. */
class ShippedRulesTest {
    private static final ReportCard CARD =
            new ReportCard("20261122-7K3M9QXA", "01037", "observer-1", "guankou", "tieshan", "tieshan-01");
    private static final Instant EVENING = Instant.parse("2026-11-22T12:30:00Z");
    private static final Details ALL = Details.none()
            .with(Detail.PRIORITY, "URGENT")
            .with(Detail.VERIFY_BY, EVENING)
            .with(Detail.RESOLVE_BY, EVENING)
            .with(Detail.CAUSE, "OVERDUE")
            .with(Detail.REASON, "不属本部门")
            .with(Detail.DEPARTMENT, "power")
            .with(Detail.DUE_BY, EVENING)
            .with(Detail.HANDLER, "grid-tieshan")
            .with(Detail.OBSERVER, "observer-1")
            .with(Detail.AMOUNT, 8)
            .with(Detail.BALANCE, 93);

    private final NoticeRules rules = shipped();

    private static NoticeRules shipped() {
        RulesFile file = RulesFile.read(new ClassPathResource("notice-rules.yaml"));
        Map<Detail, Map<String, Words>> names = new HashMap<>(file.names());
        names.putAll(TownNames.read(Path.of("../deploy/town")));
        return new NoticeRules(file.rules(), new Scribe(new Names(names), ZoneId.of("Asia/Shanghai")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "SUBMITTED  |           | ",
                "ROUTED     |           | community:tieshan:grid-worker community:tieshan:community-lead",
                "VERIFIED   |           | community:tieshan:community-lead person:observer-1",
                "REJECTED   |           | person:observer-1",
                "ASSIGNED   | COMMUNITY | person:grid-tieshan",
                "ASSIGNED   | STREET    | person:grid-tieshan",
                "ESCALATED  |           | street:guankou:street-coordinator",
                "DISPATCHED |           | department:power person:observer-1",
                "DECLINED   |           | street:guankou:street-coordinator",
                "RETURNED   |           | community:tieshan:community-lead",
                "RESOLVED   | COMMUNITY | person:observer-1",
                "RESOLVED   | STREET    | community:tieshan:community-lead person:observer-1",
                "CLOSED     |           | person:observer-1",
                "CREDITED   |           | person:observer-1",
                "REVERSED   |           | person:observer-1",
            })
    void theseAreTold(Occasion occasion, String level, String audiences) {
        List<String> told = rules.drafts(heard(occasion, level), CARD).stream()
                .map(Draft::audience)
                .map(Audience::id)
                .toList();

        assertThat(told).containsExactlyInAnyOrder(audiences == null ? new String[0] : audiences.split(" ", -1));
    }

    @ParameterizedTest
    @EnumSource(Occasion.class)
    void everythingIsSaidInBothLanguagesWithoutAPersonOrAGap(Occasion occasion) {
        for (String level : new String[] {"COMMUNITY", "STREET"}) {
            for (Draft draft : rules.drafts(heard(occasion, level), CARD)) {
                Words title = draft.content().title();
                Words text = draft.content().text();
                assertThat(title.zh() + text.zh() + title.en() + text.en())
                        .doesNotContain("observer-1", "grid-tieshan", "{", "—");
                assertThat(title.en() + text.en()).isNotBlank();
                assertThat(draft.content().type()).isEqualTo(occasion.word());
                assertThat(draft.content().link()).startsWith("/api/").doesNotEndWith("/");
            }
        }
    }

    @Test
    void namesAndTimesAreTheTowns() {
        Draft routed = rules.drafts(heard(Occasion.ROUTED, null), CARD).getFirst();

        assertThat(routed.content().title()).isEqualTo(new Words("新上报：路灯异常", "New report: Street light out"));
        assertThat(routed.content().text())
                .isEqualTo(
                        new Words(
                                "20261122-7K3M9QXA，铁山社区第一网格，紧急。请在11月22日 20:30前核实。",
                                "20261122-7K3M9QXA in Tieshan community, grid 1, priority urgent. Please verify by 22 Nov 20:30."));
        assertThat(routed.content().link()).isEqualTo("/api/cases/report");
        assertThat(routed.content().at()).isEqualTo(NINE);
    }

    @Test
    void aReportOfWhichLittleIsKnownIsStillTold() {
        List<Draft> drafts =
                rules.drafts(heard(Occasion.DISPATCHED, null), new ReportCard(null, null, null, null, null, null));

        assertThat(drafts).extracting(Draft::audience).containsExactly(Audience.department("power"));
        assertThat(drafts.getFirst().content().title().zh()).isEqualTo("新派单：—");
    }

    private static Heard heard(Occasion occasion, @Nullable String level) {
        Details known = Details.none();
        for (Detail detail : Detail.values()) {
            if (occasion.tells(detail) && ALL.known().contains(detail)) {
                known = known.and(only(detail));
            }
        }
        if (occasion.tells(Detail.LEVEL)) {
            known = known.with(Detail.LEVEL, level);
        }
        return new Heard("fact", occasion, NINE, null, "report", ReportCard.BLANK, known);
    }

    private static Details only(Detail detail) {
        return switch (detail) {
            case VERIFY_BY, RESOLVE_BY, DUE_BY -> Details.none().with(detail, EVENING);
            case AMOUNT -> Details.none().with(detail, 8);
            case BALANCE -> Details.none().with(detail, 93);
            default -> Details.none().with(detail, ALL.text(detail));
        };
    }
}
