package io.twingrid.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twingrid.chassis.file.BadFileException;
import io.twingrid.chassis.file.TownSource;
import io.twingrid.intake.domain.Catalogue;
import io.twingrid.intake.domain.Category;
import io.twingrid.intake.domain.Location;
import io.twingrid.intake.domain.ServiceArea;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The town's files are replaced while the service runs. */
class TownFilesTest {
    private static final String LAMP = "  - {code: '01037', group: a, name: {zh: 路灯, en: Lamp}}\n";

    @TempDir
    Path town = Path.of(".");

    @Test
    void anAddedCategoryCanBeReportedFromThenOnAndABadCatalogueTakesNoneAway() throws IOException {
        write(CatalogueFile.NAME, "categories:\n" + LAMP);
        TownSource<Map<String, Category>> source = new TownSource<>(town, CatalogueFile.NAME, CatalogueFile::read);
        Catalogue catalogue = new Catalogue(source);
        assertThat(catalogue.find("01003")).isEmpty();

        write(CatalogueFile.NAME, "categories:\n" + LAMP + LAMP.replace("01037", "01003"));
        assertThat(source.refresh()).isTrue();
        assertThat(catalogue.all()).extracting(Category::code).containsExactly("01037", "01003");

        write(CatalogueFile.NAME, "categories:\n" + LAMP.replace("01037", "lamp"));
        assertThat(source.refresh()).as("refused").isFalse();
        assertThat(catalogue.find("01003")).isPresent();
    }

    @Test
    void aStreetThatGrewCountsFromThenOnAndABrokenOutlineDoesNot() throws IOException {
        write(TownArea.NAME, squareTo(1));
        TownSource<TownArea> source = new TownSource<>(town, TownArea.NAME, TownArea::read);
        ServiceArea area = TownArea.latest(source);
        Location place = new Location(1.5, 1.5);
        assertThat(area.holds(place)).isFalse();

        write(TownArea.NAME, squareTo(2));
        assertThat(source.refresh()).isTrue();
        assertThat(area.holds(place)).isTrue();
        assertThat(area.centre()).isEqualTo(new Location(1, 1));

        write(TownArea.NAME, squareTo(2).replace("[0, 0]]]", "[1, 1], [0, 0.5]]]"));
        assertThat(source.refresh()).as("refused: the ring is open").isFalse();
        write(TownArea.NAME, "{\"features\": []}");
        assertThat(source.refresh()).as("refused: no street").isFalse();
        assertThat(area.holds(place)).isTrue();
    }

    @Test
    void aBadCatalogueStopsTheStartWithItsLine() throws IOException {
        write(CatalogueFile.NAME, "categories:\n" + LAMP + LAMP.replace("group: a, ", ""));
        assertThatThrownBy(() -> new TownSource<>(town, CatalogueFile.NAME, CatalogueFile::read))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("catalogue.yaml, line 3");
    }

    private static String squareTo(int edge) {
        return """
                {"features": [{"properties": {"kind": "street"}, "geometry": {"coordinates":
                  [[[0, 0], [%1$d, 0], [%1$d, %1$d], [0, %1$d], [0, 0]]]}}]}""".formatted(edge);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(town.resolve(file), text);
    }
}
