package io.twingrid.notification;

import static io.twingrid.notification.domain.Samples.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.GoldenFact;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Card;
import io.twingrid.notification.domain.Content;
import io.twingrid.notification.domain.Detail;
import io.twingrid.notification.domain.Details;
import io.twingrid.notification.domain.Draft;
import io.twingrid.notification.domain.Heard;
import io.twingrid.notification.domain.Names;
import io.twingrid.notification.domain.NoticeRules;
import io.twingrid.notification.domain.Occasion;
import io.twingrid.notification.domain.Scribe;
import io.twingrid.notification.domain.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/** Who is told what of every fact there is, by the writers' examples, the shipped rules and the names of the shipped town. */
class WhoIsToldTest {
    private static final Map<String, Path> WRITERS =
            Map.of("intake", Town.INTAKE, "triage", Town.TRIAGE, "escalation", Town.ESCALATION, "points", Town.POINTS);
    private static final Map<String, String> SHORT = Map.of(
            "community:tieshan:grid-worker", "workers",
            "community:tieshan:community-lead", "lead",
            "street:guankou:street-coordinator", "centre",
            "grid:tieshan-01:observer", "observers");

    /** A report and a task of which all is known that can be, with a reporter whose own was merged into it. */
    private static final Card CARD = new Card(
            Map.of(
                    Detail.NUMBER, "20261122-7K3M9QXA",
                    Detail.CATEGORY, "01037",
                    Detail.PRIORITY, "NORMAL",
                    Detail.STREET, "guankou",
                    Detail.COMMUNITY, "tieshan",
                    Detail.GRID, "tieshan-01",
                    Detail.REPORTER, "observer-1",
                    Detail.HANDLER, "grid-tieshan",
                    Detail.DEPARTMENT, "power"),
            Map.of("0199c7c8-1d52-7f31-9a04-8e2f6b7c4d3e", "observer-2"));

    private static final Card TASK = new Card(
            Map.of(
                    Detail.MAKER, "lead-tieshan",
                    Detail.KIND, "MEAL",
                    Detail.STREET, "guankou",
                    Detail.COMMUNITY, "tieshan",
                    Detail.GRID, "tieshan-01"),
            Map.of());

    private final NoticeRules rules = shipped();

    private static NoticeRules shipped() {
        RulesFile file = RulesFile.read(new ClassPathResource("notice-rules.yaml"));
        Path town = Path.of("../deploy/town");
        Names names = file.names(TownNames.areas(town), TownNames.categories(town), TownNames.departments(town));
        return new NoticeRules(file.rules(), new Scribe(names, ZoneId.of("Asia/Shanghai")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/io/twingrid/notification/who-is-told.csv", delimiter = '|', numLinesToSkip = 2)
    void theseAreToldAlsoBesideAFieldOfTomorrow(String writer, String name, String told) {
        Fact fact = example(writer, name);

        for (Fact each : List.of(fact, GoldenFact.withUnknownField(fact))) {
            assertThat(drafts(each).stream()
                            .map(WhoIsToldTest::shortly)
                            .sorted()
                            .toList())
                    .isEqualTo(
                            told == null
                                    ? List.of()
                                    : Stream.of(told.split(" ", -1)).sorted().toList());
        }
    }

    @Test
    void everyExampleOfEveryWriterIsInTheTable() throws IOException {
        Set<String> examples = new TreeSet<>();
        for (Map.Entry<String, Path> writer : WRITERS.entrySet()) {
            try (Stream<Path> files = Files.list(writer.getValue())) {
                files.forEach(file -> examples.add(
                        writer.getKey() + " " + file.getFileName().toString().replace(".json", "")));
            }
        }
        Set<String> rows = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/io/twingrid/notification/who-is-told.csv"))) {
            String[] cells = line.split("\\|", -1);
            if (WRITERS.containsKey(cells[0].strip())) {
                rows.add(cells[0].strip() + " " + cells[1].strip());
            }
        }

        assertThat(rows).isEqualTo(examples);
    }

    static Stream<Fact> examples() throws IOException {
        Stream.Builder<Fact> facts = Stream.builder();
        for (Path writer : WRITERS.values()) {
            try (Stream<Path> files = Files.list(writer)) {
                files.map(GoldenFact::read).forEach(facts);
            }
        }
        return facts.build();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everythingIsSaidInBothLanguagesWithoutAPersonOrAGap(Fact fact) {
        for (Draft draft : drafts(fact)) {
            Content content = draft.content();
            String said = content.title().zh()
                    + content.text().zh()
                    + content.title().en()
                    + content.text().en();
            assertThat(said).doesNotContain("observer-", "grid-tieshan", "lead-tieshan", "coordinator", "officer-");
            assertThat(said).doesNotContain("{", "—", "null");
            assertThat(content.title().en()).matches("\\p{ASCII}+");
            assertThat(fact.type()).contains("." + content.type().replace("care-", "") + ".v1");
            assertThat(content.link()).matches("/api/[^{}]*[^/{}]");
            assertThat(content.at()).isEqualTo(fact.time());
        }
    }

    @Test
    void namesAndTimesAreTheTowns() {
        Content routed = drafts(example("triage", "report-routed")).getFirst().content();

        assertThat(routed.title()).isEqualTo(new Words("新上报：路灯异常", "New report: Street light out"));
        assertThat(routed.text())
                .isEqualTo(
                        new Words(
                                "20261122-7K3M9QXA，铁山社区第一网格，一般。请在11月22日 20:30前核实。",
                                "20261122-7K3M9QXA in Tieshan community, grid 1, priority normal. Please verify by 22 Nov 20:30."));
        assertThat(routed.link()).isEqualTo("/api/cases/0199c7a2-6f3e-7d10-8a51-3c5b7e9f1a2b");
        assertThat(drafts(example("points", "points-expiring"))
                        .getFirst()
                        .content()
                        .text())
                .isEqualTo(new Words("请在12月1日前使用。", "Please use them before 1 Dec."));
    }

    @ParameterizedTest
    @CsvSource({"NORMAL, false", "HIGH, false", "URGENT, true"})
    void whatIsUrgentPassesWithTheCasesPriority(String priority, boolean urgent) {
        Fact routed = GoldenFact.with(example("triage", "report-routed"), "{\"priority\":\"%s\"}".formatted(priority));

        assertThat(drafts(routed))
                .filteredOn(draft -> shortly(draft).equals("workers"))
                .extracting(draft -> draft.content().urgent())
                .containsExactly(urgent);
    }

    @Test
    void whoeverRunsTheTownIsToldOfWhatWasParked() {
        Details where = Details.none().with(Detail.TOPIC, "care-events").with(Detail.GROUP, "points-service");

        List<Draft> drafts = rules.drafts(Heard.of("parked", Occasion.PARKED, NINE, where), Card.BLANK);

        assertThat(drafts).extracting(Draft::audience).containsExactly(Audience.ofTown("admin"));
        assertThat(drafts.getFirst().content().text().en()).contains("care-events.points-service.parked");
    }

    @Test
    void aReportOfWhichLittleIsKnownIsStillTold() {
        List<Draft> drafts = rules.drafts(heard(example("escalation", "report-dispatched")), Card.BLANK);

        assertThat(drafts)
                .extracting(Draft::audience)
                .containsExactly(Audience.department("power"), Audience.department("urban-management"));
        assertThat(drafts.getFirst().content().title().zh()).isEqualTo("新派单：—");
    }

    @Test
    void theCardKeepsWhoFollowsAndWhoHasIt() {
        Card card = CARD.with(heard(example("triage", "report-parted")).news())
                .with(heard(example("escalation", "report-declined")).news());

        List<String> reopened = rules.drafts(heard(example("triage", "report-reopened")), card).stream()
                .map(WhoIsToldTest::shortly)
                .toList();

        assertThat(reopened).contains("observer-1").doesNotContain("observer-2", "power");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "triage     | report-routed     | area       | without community",
                "triage     | report-assigned   | handler    | without handler",
                "escalation | report-dispatched | department | without department",
                "escalation | care-offered      | by         | without maker",
                "points     | points-credited   | amount     | without amount",
                "triage     | report-joined     | reportId   | reportId",
            })
    void aFactThatLacksWhatItsRowNeedsIsUnreadable(String writer, String name, String field, String why) {
        Fact fact = GoldenFact.with(example(writer, name), "{\"%s\":null}".formatted(field));

        assertThatThrownBy(() -> Ears.hear(fact)).rootCause().hasMessageContaining(why);
    }

    private List<Draft> drafts(Fact fact) {
        List<Heard> heard = Ears.hear(fact);
        return heard.isEmpty()
                ? List.of()
                : rules.drafts(
                        heard.getFirst(),
                        fact.type().contains(".care.")
                                ? TASK.with(heard.getFirst().news())
                                : CARD.with(heard.getFirst().news()));
    }

    private static Heard heard(Fact fact) {
        return Ears.hear(fact).getFirst();
    }

    private static Fact example(String writer, String name) {
        return GoldenFact.read(WRITERS.getOrDefault(writer, Path.of(writer)).resolve(name + ".json"));
    }

    private static String shortly(Draft draft) {
        String id = draft.audience().id();
        return SHORT.getOrDefault(id, id.substring(id.indexOf(':') + 1));
    }
}
