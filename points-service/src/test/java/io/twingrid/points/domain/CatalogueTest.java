package io.twingrid.points.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twingrid.chassis.file.BadFileException;
import io.twingrid.chassis.file.TownFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void theTownsCatalogueSaysWhatAStreetLightEarns() {
        Catalogue catalogue = TownFile.read(Path.of("../deploy/town/catalogue.yaml"), Catalogue.class);

        assertThat(catalogue.pointsFor("01037")).isEqualTo(8);
        assertThat(catalogue.bonusFor("URGENT")).isEqualTo(10);
        assertThat(catalogue.bonusFor("NORMAL")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "categories: []                                                              | points is missing",
                "points: {priorityBonus: {}, handledOnSpot: 5}                               | categories is missing",
                "{points: {handledOnSpot: 5}, categories: []}                                | priorityBonus is missing",
                "{points: {priorityBonus: {}, handledOnSpot: -5}, categories: []}            | handledOnSpot must not be negative",
                "{points: {priorityBonus: {HIGH: -1}, handledOnSpot: 5}, categories: []}     | HIGH must not be negative",
                "{points: {priorityBonus: {}, handledOnSpot: 5}, categories: [{points: 8}]}  | no code",
                "{points: {priorityBonus: {}, handledOnSpot: 5}, categories: [{code: '01037'}]} | points",
                "{points: {priorityBonus: {}, handledOnSpot: 5}, categories: [{code: a, points: 8}, {code: a, points: 9}]} | a is there twice"
            })
    void aBadCatalogueIsRefusedWithWhatIsWrong(String yaml, String wrong) throws IOException {
        Path file = Files.writeString(folder.resolve("catalogue.yaml"), yaml);

        assertThatThrownBy(() -> TownFile.read(file, Catalogue.class))
                .isInstanceOf(BadFileException.class)
                .hasMessageContaining("catalogue.yaml")
                .hasMessageContaining(wrong);
    }
}
