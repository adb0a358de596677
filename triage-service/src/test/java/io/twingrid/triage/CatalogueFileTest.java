package io.twingrid.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twingrid.chassis.file.BadFileException;
import io.twingrid.triage.domain.Catalogue;
import io.twingrid.triage.domain.CategoryRule;
import io.twingrid.triage.domain.Level;
import io.twingrid.triage.domain.Priority;
import io.twingrid.triage.domain.Resemblance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueFileTest {
    private static final Resemblance USUAL = new Resemblance(50, Duration.ofDays(3));
    private static final CategoryRule OTHERWISE = new CategoryRule(Level.COMMUNITY, Priority.NORMAL, 4, 24, USUAL);

    @TempDir
    Path folder = Path.of(".");

    @Test
    void theShippedCatalogueSaysWhoDecidesAndByWhen() {
        Catalogue catalogue = CatalogueFile.read(Path.of("../deploy/town"), OTHERWISE);
        assertThat(catalogue.ruleFor("01003")).isEqualTo(new CategoryRule(Level.COMMUNITY, Priority.HIGH, 2, 8, USUAL));
        assertThat(catalogue.ruleFor("09012").level()).isEqualTo(Level.STREET);
    }

    @Test
    void aCodeThatTheCatalogueHasNotIsDealtWithAsTheTownSays() {
        assertThat(CatalogueFile.read(Path.of("../deploy/town"), OTHERWISE).ruleFor("77777"))
                .isSameAs(OTHERWISE);
    }

    @Test
    void aBadCatalogueIsRefusedWithItsLine() throws IOException {
        assertRefused("level: TOWN", "line 3", "TOWN");
        assertRefused("level: COMMUNITY\n    verifyHours: 0", "line", "verifyHours must be at least 1");
        assertRefused("colour: red", "level is missing");
        assertRefused("level: STREET\n    duplicates: {metres: 0, hours: 1}", "line", "0 metres");
    }

    @Test
    void aCategoryMaySayWhenTwoReportsMayBeOfTheSameMatter() throws IOException {
        Files.writeString(folder.resolve("catalogue.yaml"), """
                categories:
                  - {code: '1', level: STREET, priority: HIGH, verifyHours: 1, resolveHours: 2, duplicates: {metres: 200, hours: 2}}
                """);
        assertThat(CatalogueFile.read(folder, OTHERWISE).ruleFor("1").same())
                .isEqualTo(new Resemblance(200, Duration.ofHours(2)));
    }

    @Test
    void aCodeThatStandsTwiceIsRefused() throws IOException {
        String category = "  - {code: '1', level: STREET, priority: HIGH, verifyHours: 1, resolveHours: 2}\n";
        Files.writeString(folder.resolve("catalogue.yaml"), "categories:\n" + category + category);
        assertThatThrownBy(() -> CatalogueFile.read(folder, OTHERWISE))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("1 stands twice");
    }

    private void assertRefused(String line, String... says) throws IOException {
        String more = line.contains("verifyHours") ? "" : "\n    verifyHours: 1";
        Files.writeString(
                folder.resolve("catalogue.yaml"),
                "categories:\n  - code: '1'\n    " + line + more + "\n    priority: HIGH\n    resolveHours: 2\n");
        assertThatThrownBy(() -> CatalogueFile.read(folder, OTHERWISE))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("catalogue.yaml")
                .hasMessageContainingAll(says);
    }
}
