package io.twingrid.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.intake.domain.Category.Choice;
import io.twingrid.intake.domain.Category.Question;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DraftCheckTest {
    private static final Map<String, String> NAME = Map.of("zh", "路灯异常", "en", "Street light");
    private final DraftCheck check = new DraftCheck(
            new Catalogue(() -> Catalogue.byCode(List.of(
                    new Category("01037", "facilities", NAME, List.of(), List.of(), null),
                    new Category(
                            "01003",
                            "facilities",
                            NAME,
                            List.of(),
                            List.of(new Question(
                                    "kind",
                                    NAME,
                                    "choice",
                                    true,
                                    List.of(new Choice("missing", NAME), new Choice("broken", NAME)))),
                            null)))),
            new DraftLimits(4000, 300, 6, 30, 500, 1000),
            new South(),
            ServiceArea.Outside.REFUSE);

    private record South() implements ServiceArea {
        @Override
        public boolean holds(Location place) {
            return place.lat() < 25;
        }

        @Override
        public Location centre() {
            return new Location(24.6, 118.0);
        }
    }

    @Test
    void aWholeDraftHasNoFaults() {
        assertThat(check.faultsOf(draft("01037", "dark", 24.6, 118.0, Map.of())))
                .isEmpty();
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertThat(check.faultsOf(draft(null, " ", null, 999.0, Map.of())))
                .extracting(DraftCheck.Fault::field)
                .containsExactlyInAnyOrder("category", "description", "location.lat", "location.lon");
    }

    @Test
    void aPlaceThatIsNoNumberIsOffTheGlobe() {
        assertThat(check.faultsOf(draft("01037", "dark", Double.NaN, 118.0, Map.of())))
                .extracting(DraftCheck.Fault::field)
                .containsExactly("location.lat");
    }

    @Test
    void aCategoryThatDoesNotExistIsNamed() {
        assertThat(check.faultsOf(draft("99999", "dark", 24.6, 118.0, Map.of())))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("99999"));
    }

    @Test
    void fourThousandCharactersAreTakenAndOneMoreIsNot() {
        assertThat(check.faultsOf(draft("01037", "x".repeat(4000), 24.6, 118.0, Map.of())))
                .isEmpty();
        assertThat(check.faultsOf(draft("01037", "x".repeat(4001), 24.6, 118.0, Map.of())))
                .extracting(DraftCheck.Fault::field)
                .containsExactly("description");
    }

    @Test
    void aRequiredQuestionMustBeAnsweredWithOneOfItsValues() {
        assertThat(check.faultsOf(draft("01003", "hole", 24.6, 118.0, Map.of())))
                .extracting(DraftCheck.Fault::field)
                .containsExactly("attributes.kind");
        assertThat(check.faultsOf(draft("01003", "hole", 24.6, 118.0, Map.of("kind", "gone"))))
                .extracting(DraftCheck.Fault::message)
                .containsExactly("must be one of [missing, broken]");
        assertThat(check.faultsOf(draft("01003", "hole", 24.6, 118.0, Map.of("kind", "missing"))))
                .isEmpty();
    }

    @Test
    void aPlaceOutsideTheTownIsRefusedWhereTheTownSaysSo() {
        assertThat(check.faultsOf(draft("01037", "dark", 31.2, 121.4, Map.of())))
                .extracting(DraftCheck.Fault::field)
                .containsExactly("location");
    }

    private static Draft draft(
            @Nullable String category,
            String description,
            @Nullable Double lat,
            @Nullable Double lon,
            Map<String, String> attributes) {
        return new Draft(category, description, lat, lon, null, null, null, List.of(), false, attributes);
    }
}
