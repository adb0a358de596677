package io.twingrid.chassis.embedded.store.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntervalsTest {

    @Test
    void aRangeStaysWithinItsType() {
        Intervals high = Intervals.of(Interval.above(5, false));
        assertThat(high.contains(6)).isTrue();
        assertThat(high.contains(5)).isFalse();
        assertThat(high.contains("a")).isFalse();
        assertThat(high.contains(null)).isFalse();
    }

    @Test
    void whatIsLeftByTwoConditionsIsLeftByEach() {
        Intervals both = Intervals.of(Interval.above(2, true)).intersect(Intervals.of(Interval.below(4, false)));
        assertThat(both.contains(2)).isTrue();
        assertThat(both.contains(3.9)).isTrue();
        assertThat(both.contains(4)).isFalse();
        assertThat(both.intersect(Intervals.of(Interval.point(9))).list()).isEmpty();
        assertThat(both.intersect(Intervals.of(Interval.point(3))).isSinglePoint())
                .isTrue();
    }

    @Test
    void pointsStaySinglePointsAlsoWhenTheyAreNeighbours() {
        Intervals flags = Intervals.union(List.of(Interval.point(false), Interval.point(true), Interval.point(true)));
        assertThat(flags.arePoints()).isTrue();
        assertThat(flags.list()).hasSize(2);
    }

    @Test
    void anAlternativeIsTheSumOfItsParts() {
        Intervals sum = Intervals.of(Interval.below(3, false)).union(Intervals.of(Interval.point(3)));
        assertThat(sum.list()).hasSize(1);
        assertThat(sum.contains(3)).isTrue();
        assertThat(sum.contains(4)).isFalse();
        assertThat(Intervals.of(Interval.point(2)).isWithin(sum)).isTrue();
        assertThat(Intervals.of(Interval.above(2, true)).isWithin(sum)).isFalse();
    }

    @Test
    void theBytesOfARangeHoldItsValuesInBothDirections() {
        Random random = new Random(5);
        for (int i = 0; i < 5000; i++) {
            int value = random.nextInt(20);
            int bound = random.nextInt(20);
            boolean inclusive = random.nextBoolean();
            boolean ascending = random.nextBoolean();
            boolean above = random.nextBoolean();
            Interval interval = above ? Interval.above(bound, inclusive) : Interval.below(bound, inclusive);
            boolean expected = (inclusive && value == bound) || (above ? value > bound : value < bound);
            KeyBuffer key = new KeyBuffer();
            ValueKey.encode(key, value, ascending);
            assertThat(isWithin(key.toBytes(), interval.from(ascending), interval.to(ascending)))
                    .as("%s in %s %s %s", value, above ? ">" : "<", bound, inclusive)
                    .isEqualTo(expected);
        }
    }

    private static boolean isWithin(byte[] key, byte[] from, byte @Nullable [] to) {
        return Arrays.compareUnsigned(key, from) >= 0 && (to == null || Arrays.compareUnsigned(key, to) < 0);
    }
}
