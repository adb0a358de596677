package io.twingrid.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.twingrid.chassis.file.TownSource;
import io.twingrid.points.domain.AwardRules;
import io.twingrid.points.domain.ResolvedReport;
import io.twingrid.points.domain.UnknownCategoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The town's catalogue is replaced while the service runs. */
class AwardsFileTest {
    @TempDir
    Path town = Path.of(".");

    @Test
    void anAddedCategoryEarnsFromThenOnAndABadCatalogueTakesNothingAway() throws IOException {
        write("{code: '01037', points: 8}");
        TownSource<AwardRules> source = AwardsFile.source(town, ZoneId.of("Asia/Shanghai"));
        assertThatThrownBy(() -> source.get().awardFor(report("01003"))).isInstanceOf(UnknownCategoryException.class);

        write("{code: '01037', points: 8}, {code: '01003', points: 10}");
        assertThat(source.refresh()).isTrue();
        assertThat(source.get().awardFor(report("01003")).amount()).isEqualTo(10);

        write("{code: '01003', points: -10}");
        assertThat(source.refresh()).as("refused").isFalse();
        assertThat(source.get().awardFor(report("01003")).amount()).isEqualTo(10);
    }

    private static ResolvedReport report(String category) {
        return new ResolvedReport("r-1", "observer-1", category, "NORMAL", false, Instant.EPOCH);
    }

    private void write(String categories) throws IOException {
        Files.writeString(
                town.resolve(AwardsFile.NAME),
                "points: {priorityBonus: {}, handledOnSpot: 0}\ncategories: [" + categories + "]\n");
    }
}
