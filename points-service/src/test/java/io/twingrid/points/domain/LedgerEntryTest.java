package io.twingrid.points.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.twingrid.points.domain.Award.Part;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerEntryTest {
    @Test
    void anAmountIsTheSumOfItsParts() {
        assertThatIllegalArgumentException().isThrownBy(() -> entry(1, 9, null)).withMessageContaining("not the sum");
    }

    @Test
    void anEntryWithoutPointsOrReasonIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> entry(1, 0, null));
    }

    @Test
    void anAccountBeginsWithEntryOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> entry(0, 8, null));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5, 6})
    void onlyAnEarlierEntryCanBeCorrected(long corrects) {
        assertThatIllegalArgumentException().isThrownBy(() -> entry(5, 8, corrects));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "resolved", "resolved:", ":r-1", "resolved:a/b", "resolved:a b", "Resolved:r-1"})
    void aCauseHasAKindAndAnId(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cause(text));
    }

    @Test
    void causesOfOneReportDiffer() {
        assertThat(Cause.resolved("r-1")).isNotEqualTo(Cause.invalidated("r-1")).isEqualTo(new Cause("resolved:r-1"));
    }

    private static LedgerEntry entry(long seq, long amount, @Nullable Long corrects) {
        return new LedgerEntry(
                "observer-1",
                seq,
                amount,
                amount,
                0,
                Cause.resolved("r-1"),
                Instant.EPOCH,
                amount == 0 ? new Award(List.of()) : new Award(List.of(new Part("resolved-report", 8))),
                corrects == null ? About.NOTHING : About.NOTHING.correcting(corrects),
                Account.NO_SEAL);
    }
}
