package io.twingrid.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twingrid.chassis.file.BadFileException;
import io.twingrid.chassis.file.TownSource;
import io.twingrid.triage.domain.Catalogue;
import io.twingrid.triage.domain.CategoryRule;
import io.twingrid.triage.domain.Level;
import io.twingrid.triage.domain.Location;
import io.twingrid.triage.domain.Priority;
import io.twingrid.triage.domain.Resemblance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The town's files are replaced while the service runs. */
class TownFilesTest {
    private static final CategoryRule OTHERWISE =
            new CategoryRule(Level.COMMUNITY, Priority.NORMAL, 4, 24, new Resemblance(50, Duration.ofDays(3)));
    private static final Path SQUARES = Path.of("src/test/resources/squares");

    @TempDir
    Path town = Path.of(".");

    @Test
    void aChangedCatalogueCountsFromThenOnAndABadOneDoesNot() throws IOException {
        write("level: COMMUNITY");
        TownSource<Catalogue> source =
                new TownSource<>(town, CatalogueFile.NAME, folder -> CatalogueFile.read(folder, OTHERWISE));
        assertThat(source.refresh()).as("nothing has changed").isFalse();

        write("level:   STREET");
        assertThat(source.refresh()).isTrue();
        assertThat(source.get().ruleFor("1").level()).isEqualTo(Level.STREET);

        write("level:       TOWN");
        assertThat(source.refresh()).as("refused").isFalse();
        assertThat(source.get().ruleFor("1").level()).isEqualTo(Level.STREET);
        Files.delete(town.resolve(CatalogueFile.NAME));
        assertThat(source.refresh()).as("gone").isFalse();
        assertThat(source.get().ruleFor("1").level()).isEqualTo(Level.STREET);
    }

    @Test
    void changedAreasCountFromThenOnForQuestionsAndForMaps() throws IOException {
        String good = Files.readString(SQUARES.resolve(AreasFile.NAME));
        Files.writeString(town.resolve(AreasFile.NAME), good);
        TownSource<TownMap> source = new TownSource<>(town, AreasFile.NAME, folder -> TownMap.read(folder, "east-1"));
        String tag = source.get().outlines().tag();

        Files.writeString(town.resolve(AreasFile.NAME), good.replace("\"west-1\"", "\"west-one\""));
        assertThat(source.refresh()).isTrue();
        assertThat(TownMap.latest(source).areaOf(new Location(0.25, 0.5)).grid())
                .isEqualTo("west-one");
        assertThat(source.get().outlines().tag()).isNotEqualTo(tag);

        Files.writeString(town.resolve(AreasFile.NAME), good.replace("\"east-1\"", "\"east-one\""));
        assertThat(source.refresh()).as("the fallback is not there any more").isFalse();
        assertThat(TownMap.latest(source).areaOf(new Location(0.25, 0.5)).grid())
                .isEqualTo("west-one");
    }

    @Test
    void aBadFileStopsTheStart() throws IOException {
        write("level: TOWN");
        assertThatThrownBy(() ->
                        new TownSource<>(town, CatalogueFile.NAME, folder -> CatalogueFile.read(folder, OTHERWISE)))
                .isInstanceOf(BadFileException.class);
    }

    private void write(String level) throws IOException {
        Files.writeString(
                town.resolve(CatalogueFile.NAME),
                "categories:\n  - code: '1'\n    " + level
                        + "\n    priority: HIGH\n    verifyHours: 1\n    resolveHours: 2\n");
    }
}
