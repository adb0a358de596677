package io.twingrid.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twingrid.chassis.file.BadFileException;
import io.twingrid.triage.domain.Area;
import io.twingrid.triage.domain.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TownAreasTest {
    private static final Path SHIPPED = Path.of("../deploy/town");
    /** Two communities of one degree each, side by side; the western one's grid leaves its northern half out. */
    private static final Path SQUARES = Path.of("src/test/resources/squares");

    private final TownAreas squares = new TownAreas(AreasFile.read(SQUARES), "east-1");

    @Test
    void aPlaceBelongsToTheGridThatCoversItAndWithItToACommunityAndAStreet() {
        assertThat(squares.areaOf(new Location(0.25, 0.5))).isEqualTo(new Area("town", "west", "west-1"));
        assertThat(squares.areaOf(new Location(0.75, 1.5))).isEqualTo(new Area("town", "east", "east-2"));
    }

    @Test
    void aPlaceOnABorderAlwaysBelongsToTheFirstOfItsNeighboursByName() {
        assertThat(squares.areaOf(new Location(0.25, 1.0)).grid()).isEqualTo("east-1");
        assertThat(squares.areaOf(new Location(0.5, 1.5)).grid()).isEqualTo("east-1");
        assertThat(squares.areaOf(new Location(0.0, 0.0)).grid()).as("a corner").isEqualTo("west-1");
    }

    @Test
    void aPlaceBetweenTheGridsOfACommunityBelongsToItsNearestGrid() {
        assertThat(squares.areaOf(new Location(0.9, 0.1))).isEqualTo(new Area("town", "west", "west-1"));
    }

    @Test
    void aPlaceInAHoleOrOutsideOfEverythingBelongsToTheNamedFallback() {
        Area fallback = new Area("town", "east", "east-1");
        assertThat(squares.areaOf(new Location(50, 50))).isEqualTo(fallback);
        assertThat(squares.areaOf(new Location(-90, -180))).isEqualTo(fallback);
        assertThat(squares.areaOf(new Location(0.85, 1.85)))
                .as("the hole of east-2, which is a hole of east as well")
                .isEqualTo(fallback);
    }

    @Test
    void anAreaIsWithinItselfAndWhatItIsAPartOf() {
        assertThat(squares.isWithin("west-1", "west-1")).isTrue();
        assertThat(squares.isWithin("west-1", "west")).isTrue();
        assertThat(squares.isWithin("west-1", "town")).isTrue();
        assertThat(squares.isWithin("west", "west-1")).isFalse();
        assertThat(squares.isWithin("west", "east")).isFalse();
        assertThat(squares.isWithin("nowhere", "nowhere"))
                .as("an area that the town does not know")
                .isFalse();
    }

    @Test
    void theShippedTownPutsItsCommunitiesWhereTheDesignSays() {
        TownAreas guankou = new TownAreas(AreasFile.read(SHIPPED), "tieshan-01");
        assertThat(guankou.areaOf(new Location(24.632, 117.972)).community()).isEqualTo("shenqing");
        assertThat(guankou.areaOf(new Location(24.611, 118.004)))
                .isEqualTo(new Area("guankou", "tieshan", "tieshan-01"));
        assertThat(guankou.areaOf(new Location(24.596, 118.021)).community()).isEqualTo("shangtouting");
        assertThat(guankou.areaOf(new Location(39.9, 116.4)).grid())
                .as("Beijing")
                .isEqualTo("tieshan-01");
    }

    @Test
    void aFallbackThatIsNoGridStopsTheStartWithTheSettingsName() {
        assertThatThrownBy(() -> new TownAreas(AreasFile.read(SQUARES), "west"))
                .hasMessageContaining("triage.fallback-grid")
                .hasMessageContaining("'west'");
    }

    @Test
    void aBadFileIsRefusedWithItsLineAndWhatIsWrong(@TempDir Path folder) {
        String good = read(SQUARES.resolve(AreasFile.NAME));
        assertRefused(folder, good.replace("\"kind\": \"street\"", "\"kind\": \"city\""), "line 4", "city");
        assertRefused(folder, good.replace("\"parent\": \"west\"", "\"parent\": \"wst\""), "west-1", "'wst'");
        assertRefused(folder, good.replace("\"id\": \"east-2\"", "\"id\": \"east-1\""), "east-1 stands twice");
        assertRefused(folder, good.replace("\"parent\": \"west\"", "\"parent\": \"east\""), "nothing is within [west]");
        assertRefused(folder, good.replace("[0, 0.5], [0, 0]]]", "[0, 0.5]]]"), "line 13", "closed");
        assertRefused(folder, good.replace("[1, 0.5], [0, 0.5]", "[0, 0.5], [1, 0.5]"), "line 13", "not a polygon");
        assertRefused(folder, good.replace("[1, 0.5], [0, 0.5]", "[1], [0, 0.5]"), "line 13", "AreasFile");
        assertRefused(folder, good.replace("\"Polygon\"", "\"Point\""), "this is a Point");
        assertRefused(folder, good.substring(0, 300), AreasFile.NAME);
    }

    @Test
    void aMissingFileIsRefusedWithTheSettingThatNamesItsFolder(@TempDir Path folder) {
        assertThatThrownBy(() -> AreasFile.read(folder))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("TWINGRID_TOWN");
    }

    private static void assertRefused(Path folder, String text, String... says) {
        write(folder.resolve(AreasFile.NAME), text);
        assertThatThrownBy(() -> AreasFile.read(folder))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining(AreasFile.NAME)
                .hasMessageContainingAll(says);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
