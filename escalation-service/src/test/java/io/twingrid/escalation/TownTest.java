package io.twingrid.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twingrid.chassis.file.BadFileException;
import io.twingrid.chassis.file.TownSource;
import io.twingrid.chassis.time.WorkingCalendar;
import io.twingrid.escalation.domain.Area;
import io.twingrid.escalation.domain.Deadlines;
import io.twingrid.escalation.domain.Departments;
import io.twingrid.escalation.domain.Priority;
import io.twingrid.escalation.domain.Report;
import io.twingrid.escalation.domain.SampleCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TownTest {
    private static final Path SHIPPED = Path.of("../deploy/town");
    private static final DeadlineSettings SETTINGS = new DeadlineSettings(
            Duration.ofHours(4),
            Duration.ofHours(2),
            Duration.ofHours(7),
            Duration.ofHours(4),
            List.of(Duration.ofHours(4), Duration.ofHours(8)),
            Duration.ofMinutes(5),
            3);

    private static final WorkingCalendar CALENDAR = WorkingCalendar.read(SHIPPED.resolve("calendar.yaml"));
    private static final Map<String, Duration> LIMITS = CatalogueLimits.read(SHIPPED);

    /** In 灌口: 10:00. */
    private static final Instant FRIDAY_AT_TEN = Instant.parse("2026-11-20T02:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void theShippedTownHasItsDepartments() {
        Departments departments = departments(SHIPPED).departments();

        assertThat(departments.departments()).hasSize(18);
        assertThat(departments.of("01037")).containsExactly("power");
        assertThat(departments.find("power").orElseThrow().officers()).containsExactly("officer-power");
        assertThat(departments.has("moon")).isFalse();
    }

    @Test
    void aDepartmentHasAsLongAsTheCatalogueSays() {
        Deadlines deadlines = deadlines(SHIPPED);

        assertThat(deadlines.resolveBy(report("01037", Priority.NORMAL), "gardens", FRIDAY_AT_TEN))
                .as("24 working hours of seven a day, over a weekend")
                .isEqualTo(Instant.parse("2026-11-25T07:30:00Z"));
        assertThat(deadlines.resolveBy(report("gone", Priority.NORMAL), "gardens", FRIDAY_AT_TEN))
                .isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
    }

    @Test
    void whatIsUrgentRunsDayAndNightAndSoDoDepartmentsThatNeverClose() {
        Deadlines deadlines = deadlines(SHIPPED);
        Instant tomorrow = FRIDAY_AT_TEN.plus(Duration.ofDays(1));

        assertThat(deadlines.resolveBy(report("01037", Priority.URGENT), "gardens", FRIDAY_AT_TEN))
                .isEqualTo(tomorrow);
        assertThat(deadlines.resolveBy(report("01037", Priority.NORMAL), "power", FRIDAY_AT_TEN))
                .isEqualTo(tomorrow);
    }

    @Test
    void whatWasLeftBeforeAHoldIsLeftAfterIt() {
        Deadlines deadlines = deadlines(SHIPPED);
        Report report = report("01037", Priority.NORMAL);
        Instant dueBy = deadlines.dispatchBy(report, FRIDAY_AT_TEN);
        Instant monday = FRIDAY_AT_TEN.plus(Duration.ofDays(3));

        assertThat(deadlines.putOff(report, null, dueBy, FRIDAY_AT_TEN, monday))
                .isEqualTo(deadlines.dispatchBy(report, monday));
        assertThat(deadlines.putOff(report, null, dueBy, dueBy, monday))
                .as("what was late stays late")
                .isEqualTo(dueBy);
    }

    @Test
    void whoIsLateIsUrgedLevelByLevel() {
        Deadlines deadlines = deadlines(SHIPPED);
        Report report = report("01037", Priority.NORMAL);

        assertThat(deadlines.urgeAt(report, "power", FRIDAY_AT_TEN, 1))
                .isEqualTo(FRIDAY_AT_TEN.plus(Duration.ofHours(4)));
        assertThat(deadlines.urgeAt(report, "power", FRIDAY_AT_TEN, 2))
                .isEqualTo(FRIDAY_AT_TEN.plus(Duration.ofHours(8)));
        assertThat(deadlines.urgeAt(report, "power", FRIDAY_AT_TEN, 3)).isNull();
    }

    @Test
    void the2026OfTheStateCouncilIsShipped() {
        WorkingCalendar calendar = WorkingCalendar.read(SHIPPED.resolve("calendar.yaml"));

        assertThat(worked(calendar, "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"))
                .as("make-up days")
                .isTrue();
        assertThat(calendar.between(midnight("2026-02-15"), midnight("2026-02-24")))
                .isZero();
        assertThat(calendar.between(midnight("2026-10-01"), midnight("2026-10-08")))
                .isZero();
        assertThat(calendar.provisionalDays())
                .as("of 2026 every day is announced")
                .allMatch(day -> day.getYear() == 2027)
                .hasSize(19);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "departments: [{name: {zh: 供电所, en: Power}}] | id of a department is missing",
                "departments: [{id: power}] | name of department power is missing",
                "departments: [{id: power, name: {zh: 供电所}}] | en of a department's name is missing",
                "agencies: [] | departments are missing",
                "departments: [{id: a, name: {zh: a, en: a}}, {id: a, name: {zh: a, en: a}}] | department a stands twice",
                "departments: [{id: a, name: {zh: a, en: a}, aroundTheClock: true, week: {days: {MONDAY: ['08:00-12:00']}}}] | a works either",
                "departments: [{id: a, name: {zh: a, en: a}, week: {days: {}}}] | a week without working hours",
                "departments: [{id: a, name: {zh: a, en: a}, categories: ['77777']}] | category 77777 of department a is not in catalogue.yaml",
                "departments: [{id: a, name: {zh: a, en: a}, forward: {by: PIGEON, to: x}}] | PIGEON",
                "departments: [{id: a, name: {zh: a, en: a}, forward: {by: EMAIL}}] | forward.to is missing",
                "departments: [{id: a, name: {zh: a, en: a}, forward: {by: EMAIL, to: nobody}}] | forward.to is not an address of e-mail",
                "departments: [{id: a, name: {zh: a, en: a}, forward: {by: WEBHOOK, to: 'file:///etc/passwd'}}] | forward.to must be http",
                "departments: [{id: a, name: {zh: a, en: a}, forward: {by: WEBHOOK, to: 'https://me:pw@host/'}}] | without a password",
                "departments: [{id: a, name: {zh: a, en: a}, forward: {by: WEBHOOK, to: 'not a url'}}] | forward.to is not a URL",
                "departments: [{id: a, name: {zh: a, en: a}, forward: {by: EMAIL, to: a@b, resolves: true}}] | belong to OPEN311",
                "departments: [ | departments.yaml",
            })
    void aBadFileOfDepartmentsSaysWhatIsWrong(String text, String why) throws IOException {
        Files.writeString(folder.resolve("departments.yaml"), text);

        assertThatThrownBy(() -> departments(folder))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("departments.yaml, line 1")
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "categories: [{code: '01037', resolveHours: 0}] | resolveHours of 01037 must be at least 1",
                "categories: [{resolveHours: 24}] | code is missing",
                "categories: [{code: '01037', resolveHours: soon}] | resolveHours",
                "points: {} | categories are missing",
            })
    void aBadCatalogueSaysWhatIsWrong(String text, String why) throws IOException {
        Files.writeString(folder.resolve("catalogue.yaml"), text);

        assertThatThrownBy(() -> CatalogueLimits.read(folder))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("catalogue.yaml, line 1")
                .hasMessageContaining(why);
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> departments(folder)).hasMessageContaining("departments.yaml");
    }

    @Test
    void theLineOfAnUnknownCategoryIsNamed() throws IOException {
        Files.writeString(folder.resolve("departments.yaml"), """
                # 77777 stands here, too
                departments:
                  - id: power
                    name: {zh: 供电所, en: Power supply}
                    categories: ["01037", "77777"]
                """);

        assertThatThrownBy(() -> departments(folder)).hasMessageContaining("departments.yaml, line 5: category 77777");
    }

    @Test
    void aChangedFileCountsFromThenOnAndABadOneDoesNot() throws IOException {
        writePower("");
        TownSource<TownDepartments> source = new TownSource<>(folder, DepartmentsFile.NAME, TownTest::departments);
        Deadlines deadlines = new TownDeadlines(Map::of, CALENDAR, source, SETTINGS);
        Report report = report("gone", Priority.NORMAL);
        assertThat(deadlines.resolveBy(report, "power", FRIDAY_AT_TEN))
                .isEqualTo(FRIDAY_AT_TEN.plus(Duration.ofDays(3)));

        writePower("aroundTheClock: true");
        assertThat(source.refresh()).isTrue();
        assertThat(deadlines.resolveBy(report, "power", FRIDAY_AT_TEN))
                .as("seven hours, day and night")
                .isEqualTo(FRIDAY_AT_TEN.plus(Duration.ofHours(7)));

        writePower("aroundTheClock: perhaps");
        assertThat(source.refresh()).as("refused").isFalse();
        assertThat(deadlines.resolveBy(report, "power", FRIDAY_AT_TEN))
                .isEqualTo(FRIDAY_AT_TEN.plus(Duration.ofHours(7)));
    }

    @Test
    void anAddedGridHasItsAreaFromThenOnAndABadFileTakesNoneAway() throws IOException {
        String area = "{\"properties\": {\"id\": \"%s\", \"kind\": \"%s\", \"parent\": \"%s\"}}";
        String community = area.formatted("shenqing", "community", "guankou");
        writeAreas(community);
        TownSource<TownGrids> source = new TownSource<>(folder, TownGrids.NAME, TownGrids::read);
        assertThat(source.get().area("shenqing-09")).isEmpty();

        writeAreas(community + "," + area.formatted("shenqing-09", "grid", "shenqing"));
        assertThat(source.refresh()).isTrue();
        assertThat(source.get().area("shenqing-09")).contains(new Area("guankou", "shenqing", "shenqing-09"));

        writeAreas("{}");
        assertThat(source.refresh()).as("refused").isFalse();
        assertThat(source.get().area("shenqing-09")).isPresent();
    }

    private void writeAreas(String features) throws IOException {
        Files.writeString(folder.resolve(TownGrids.NAME), "{\"features\": [" + features + "]}");
    }

    private void writePower(String more) throws IOException {
        Files.writeString(
                folder.resolve("departments.yaml"),
                "departments:\n  - id: power\n    name: {zh: 供电所, en: Power supply}\n    " + more + "\n");
    }

    private static TownDepartments departments(Path town) {
        return DepartmentsFile.read(town, CALENDAR, LIMITS.keySet());
    }

    private static Deadlines deadlines(Path town) {
        TownDepartments departments = departments(town);
        return new TownDeadlines(() -> LIMITS, CALENDAR, () -> departments, SETTINGS);
    }

    private static boolean worked(WorkingCalendar calendar, String... days) {
        return Stream.of(days)
                .allMatch(day -> calendar.between(midnight(day), midnight(day).plus(Duration.ofDays(1)))
                        .isPositive());
    }

    private static Instant midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    private static Report report(String category, Priority priority) {
        Report sample = SampleCases.report();
        return new Report(
                sample.number(),
                category,
                sample.description(),
                sample.location(),
                null,
                sample.area(),
                List.of(),
                null,
                false,
                priority,
                sample.submittedAt());
    }
}
