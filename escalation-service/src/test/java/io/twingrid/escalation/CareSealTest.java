package io.twingrid.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twingrid.escalation.domain.care.Sealed;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CareSealTest {
    private static final String OLD = key("old", 1);
    private static final String NEW = key("new", 2);
    private static final String ADDRESS = "铁山路 12 号 301 室";

    @Test
    void whatIsSealedIsReadWithTheSameKeyAndOtherwiseNot() {
        Sealed sealed = new CareSeal(List.of(OLD)).seal(ADDRESS, "task-1");

        assertThat(sealed.key()).isEqualTo("old");
        assertThat(new String(Base64.getDecoder().decode(sealed.text()), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("铁山路");
        assertThat(new CareSeal(List.of(OLD)).open(sealed, "task-1")).contains(ADDRESS);
        assertThat(new CareSeal(List.of(NEW)).open(sealed, "task-1"))
                .as("a dropped key closes this one, not the list that it stands in")
                .isEmpty();
    }

    @Test
    void aNewKeyInFrontSealsAndTheOldOneStillOpens() {
        Sealed before = new CareSeal(List.of(OLD)).seal(ADDRESS, "task-1");
        CareSeal rotated = new CareSeal(List.of(NEW, OLD));

        assertThat(rotated.open(before, "task-1")).contains(ADDRESS);
        assertThat(rotated.seal(ADDRESS, "task-1").key()).isEqualTo("new");
    }

    @Test
    void aSealedTextDoesNotOpenElsewhereNorAfterTampering() {
        CareSeal seal = new CareSeal(List.of(OLD));
        Sealed sealed = seal.seal(ADDRESS, "task-1");
        byte[] bytes = Base64.getDecoder().decode(sealed.text());
        bytes[bytes.length - 1] ^= 1;
        Sealed forged = new Sealed("old", Base64.getEncoder().encodeToString(bytes));

        assertThat(seal.open(sealed, "task-2")).isEmpty();
        assertThat(seal.open(forged, "task-1")).isEmpty();
    }

    @Test
    void theSameTextIsSealedDifferentlyEachTime() {
        CareSeal seal = new CareSeal(List.of(OLD));

        assertThat(seal.seal(ADDRESS, "task-1")).isNotEqualTo(seal.seal(ADDRESS, "task-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no colon", "short:AAAA", "odd:&&&&", ":AAAA"})
    void aBadKeyStopsTheStartAndIsNotRepeated(String setting) {
        assertThatThrownBy(() -> new CareSeal(List.of(setting)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("escalation.care.keys")
                .hasMessageNotContaining("AAAA")
                .hasMessageNotContaining("&&&&");
    }

    private static String key(String id, int seed) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) seed);
        return id + ":" + Base64.getEncoder().encodeToString(bytes);
    }
}
