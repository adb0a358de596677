package io.twingrid.chassis.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twingrid.chassis.file.BadFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** A short week around a holiday: free from the 16th to the 18th, made up for on Sunday the 22nd. */
    private static final String FILE = """
            zone: Asia/Shanghai
            week:
              days:
                MONDAY: ["08:00-12:00", "14:30-17:30"]
                TUESDAY: ["08:00-12:00", "14:30-17:30"]
                WEDNESDAY: ["08:00-12:00", "14:30-17:30"]
                THURSDAY: ["08:00-12:00", "14:30-17:30"]
                FRIDAY: ["08:00-12:00", "14:30-16:00"]
              makeUp: ["09:00-12:00"]
            holidays:
              - {name: New Year, from: 2026-02-16, to: 2026-02-18}
              - {name: Spring, day: 2026-04-06, provisional: true}
            makeUpDays:
              - {name: New Year, day: 2026-02-22}
            """;

    private final Path file;

    WorkingCalendarTest(@TempDir Path folder) {
        file = folder.resolve("calendar.yaml");
    }

    @BeforeEach
    void writeFile() throws IOException {
        Files.writeString(file, FILE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-12T09:00, PT2H,   2026-02-12T11:00, within the morning",
        "2026-02-12T11:00, PT2H,   2026-02-12T15:30, over noon",
        "2026-02-12T14:30, PT3H,   2026-02-12T17:30, due as the day ends and not on the next morning",
        "2026-02-12T20:00, PT1H,   2026-02-13T09:00, begun at night",
        "2026-02-13T15:00, PT2H,   2026-02-19T09:00, over a weekend and a holiday",
        "2026-02-20T15:00, PT3H,   2026-02-22T11:00, onto a make-up day",
        "2026-02-20T15:00, PT5H,   2026-02-23T09:00, over a make-up day",
        "2026-02-15T03:00, PT0S,   2026-02-15T03:00, nothing takes no time",
    })
    void addsWorkingTime(LocalDateTime from, Duration time, LocalDateTime due, String why) {
        assertThat(calendar().add(at(from), time)).as(why).isEqualTo(at(due));
        assertThat(calendar().between(at(from), at(due))).as(why).isEqualTo(time);
    }

    @Test
    void naturalTimePassesDayAndNight() {
        Instant from = at(LocalDateTime.parse("2026-02-13T15:00"));

        assertThat(TimeMeasure.NATURAL.add(from, Duration.ofDays(2))).isEqualTo(from.plus(Duration.ofDays(2)));
        assertThat(TimeMeasure.NATURAL.between(from, from.plusSeconds(7))).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void timeRunsForwardOnly() {
        Duration back = Duration.ofSeconds(-1);

        assertThatThrownBy(() -> calendar().add(Instant.EPOCH, back)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TimeMeasure.NATURAL.add(Instant.EPOCH, back))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itKnowsWhenPeopleWorkAndWhichDaysNobodyHasConfirmed() {
        assertThat(calendar().isWorkingTime(at(LocalDateTime.parse("2026-02-12T08:00"))))
                .isTrue();
        assertThat(calendar().isWorkingTime(at(LocalDateTime.parse("2026-02-12T12:00"))))
                .isFalse();
        assertThat(calendar().isWorkingTime(at(LocalDateTime.parse("2026-02-17T09:00"))))
                .isFalse();
        assertThat(calendar().provisionalDays()).containsExactly(LocalDate.parse("2026-04-06"));
    }

    @Test
    void otherPeopleWorkOtherHoursOnTheSameDays() {
        WorkingCalendar nights = calendar()
                .withWeek(new WorkingWeek(
                        Map.of(DayOfWeek.MONDAY, List.of(Hours.parse("00:00-02:00"), Hours.parse("22:00-24:00"))),
                        null));

        assertThat(nights.add(at(LocalDateTime.parse("2026-02-16T00:00")), Duration.ofHours(3)))
                .as("the 16th is free for them, too; the 22nd is made up with Monday's hours")
                .isEqualTo(at(LocalDateTime.parse("2026-02-22T23:00")));
    }

    /** Against counting minutes one by one, from random moments over random times. */
    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "Europe/Berlin", "America/New_York"})
    void itAgreesWithCountingMinutes(String zone) throws IOException {
        Files.writeString(file, FILE.replace("Asia/Shanghai", zone));
        long seed = System.nanoTime();
        Random random = new Random(seed);
        WorkingCalendar calendar = calendar();
        NaiveCalendar naive = new NaiveCalendar(ZoneId.of(zone));
        for (int i = 0; i < 60; i++) {
            Instant from = Instant.parse("2026-02-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(130_000)));
            Duration time = Duration.ofMinutes(random.nextInt(3_600));
            Instant due = calendar.add(from, time);
            Instant other = from.plus(Duration.ofMinutes(random.nextInt(20_000)));

            assertThat(due).as("seed %d: %s + %s", seed, from, time).isEqualTo(naive.add(from, time));
            assertThat(calendar.between(from, due)).as("seed %d", seed).isEqualTo(time);
            assertThat(calendar.between(from, other))
                    .as("seed %d: %s to %s", seed, from, other)
                    .isEqualTo(naive.between(from, other));
            assertThat(calendar.between(other, from))
                    .isEqualTo(naive.between(from, other).negated());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Asia/Shanghai             | Asia/Atlantis | line 1",
                "\"14:30-16:00\"           | \"11:30-16:00\" | overlap",
                "\"09:00-12:00\"           | \"9-12\" | written like 08:00-12:00",
                "to: 2026-02-18            | to: 2026-02-11 | line 11",
                "{name: Spring, day: 2026-04-06 | {day: 2026-04-06 | line 12",
                "day: 2026-02-22           | day: 2026-02-17 | line 14: 2026-02-17 stands twice, for New Year and New Year",
                "2026-04-06                | 2026-04-31 | line 12",
            })
    void aBadFileIsRefusedWithItsLine(String right, String wrong, String message) throws IOException {
        Files.writeString(file, FILE.replace(right, wrong));

        assertThatThrownBy(this::calendar)
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("calendar.yaml, line ")
                .hasMessageContaining(message);
    }

    @Test
    void aWeekWithoutWorkIsRefused() {
        assertThatThrownBy(() -> new WorkingWeek(Map.of(DayOfWeek.MONDAY, List.of()), null))
                .hasMessageContaining("nothing would ever be due");
    }

    private WorkingCalendar calendar() {
        return WorkingCalendar.read(file);
    }

    private static Instant at(LocalDateTime moment) {
        return moment.atZone(SHANGHAI).toInstant();
    }
}
