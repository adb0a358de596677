package io.twingrid.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twingrid.chassis.file.BadFileException;
import io.twingrid.escalation.domain.Deadlines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TownTest {
    private static final Path SHIPPED = Path.of("../deploy/town");
    private static final Duration OTHERWISE = Duration.ofDays(3);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void theShippedTownHasItsDepartments() {
        assertThat(Town.departments(SHIPPED).departments()).hasSize(18);
        assertThat(Town.departments(SHIPPED).has("power")).isTrue();
    }

    @Test
    void aDepartmentHasAsLongAsTheCatalogueSays() {
        Deadlines deadlines = Town.deadlines(SHIPPED, OTHERWISE);

        assertThat(deadlines.dueBy("01037", NOON)).isEqualTo(NOON.plus(Duration.ofHours(24)));
        assertThat(deadlines.dueBy("gone", NOON)).isEqualTo(NOON.plus(OTHERWISE));
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
                "departments: [ | departments.yaml",
            })
    void aBadFileOfDepartmentsSaysWhatIsWrong(String text, String why) throws IOException {
        Files.writeString(folder.resolve("departments.yaml"), text);

        assertThatThrownBy(() -> Town.departments(folder))
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

        assertThatThrownBy(() -> Town.deadlines(folder, OTHERWISE))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("catalogue.yaml, line 1")
                .hasMessageContaining(why);
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> Town.departments(folder)).hasMessageContaining("departments.yaml");
    }
}
