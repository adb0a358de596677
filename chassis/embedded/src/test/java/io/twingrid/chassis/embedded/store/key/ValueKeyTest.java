package io.twingrid.chassis.embedded.store.key;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ValueKeyTest {

    /** In MongoDB's order, none equal to another. */
    private static final List<@Nullable Object> ORDERED =
            Collections.<@Nullable Object>unmodifiableList(Arrays.<@Nullable Object>asList(
                    MinKey.getInstance(),
                    null,
                    Double.NaN,
                    Double.NEGATIVE_INFINITY,
                    -1e300,
                    Long.MIN_VALUE,
                    Long.MIN_VALUE + 1,
                    -3.5,
                    -3,
                    -Double.MIN_VALUE,
                    0,
                    Double.MIN_VALUE,
                    1,
                    new Decimal128(new BigDecimal("1.000000000000000000000000000000001")),
                    1.5,
                    (1L << 53) - 1,
                    1L << 53,
                    (1L << 53) + 1,
                    Long.MAX_VALUE - 1,
                    Long.MAX_VALUE,
                    0x1p63,
                    1e300,
                    Double.POSITIVE_INFINITY,
                    "",
                    "\u0000",
                    "\u0000a",
                    "\u0001",
                    "a",
                    "a\u0000",
                    "a\u0001",
                    "aa",
                    "b",
                    "灌",
                    "\uFFFD",
                    "\uD83D\uDEB2",
                    new Document(),
                    new Document("a", 1),
                    new Document("a", 1).append("b", 1),
                    new Document("a", 2),
                    new Document("b", 1),
                    new Document("a", "x"),
                    List.of(),
                    List.of(1),
                    List.of(1, 1),
                    List.of(2),
                    List.of("a"),
                    new BinData(new byte[] {9}),
                    new BinData(new byte[] {1, 1}),
                    new UUID(1, 2),
                    new ObjectId("000000000000000000000001"),
                    new ObjectId("ff0000000000000000000000"),
                    false,
                    true,
                    Instant.ofEpochMilli(Long.MIN_VALUE / 2),
                    Instant.ofEpochMilli(-1),
                    Instant.EPOCH,
                    Instant.ofEpochMilli(1),
                    new BsonTimestamp(1),
                    new BsonTimestamp(2),
                    MaxKey.getInstance()));

    @Test
    void theBytesOfValuesAreInTheOrderOfTheValues() {
        List<@Nullable Object> shuffled = new ArrayList<>(ORDERED);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.sort(Comparator.comparing(ValueKey::of, Arrays::compareUnsigned));
        assertThat(shuffled).isEqualTo(ORDERED);
    }

    @Test
    void aDescendingFieldTurnsTheOrderAround() {
        List<@Nullable Object> shuffled = new ArrayList<>(ORDERED);
        Collections.shuffle(shuffled, new Random(2));
        shuffled.sort(Comparator.comparing(ValueKeyTest::descending, Arrays::compareUnsigned));
        assertThat(shuffled.reversed()).isEqualTo(ORDERED);
    }

    private static byte[] descending(@Nullable Object value) {
        KeyBuffer out = new KeyBuffer();
        ValueKey.encode(out, value, false);
        return out.toBytes();
    }

    @Test
    void noValueBeginsLikeAnother() {
        for (Object one : ORDERED) {
            for (Object other : ORDERED) {
                if (one != other) {
                    assertThat(Keys.startsWith(ValueKey.of(one), ValueKey.of(other)))
                            .as("%s and %s", one, other)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void equalNumbersHaveEqualBytes() {
        assertThat(ValueKey.of(5))
                .isEqualTo(ValueKey.of(5L))
                .isEqualTo(ValueKey.of(5.0))
                .isEqualTo(ValueKey.of(new Decimal128(new BigDecimal("5.00"))));
        assertThat(ValueKey.of(-0.0)).isEqualTo(ValueKey.of(0));
        assertThat(ValueKey.of(new Document("a", 1L))).isEqualTo(ValueKey.of(new Document("a", 1.0)));
    }

    @Test
    void numbersOfAllKindsCompareAsNumbers() {
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            Number one = number(random);
            Number other = number(random);
            int bytes = Arrays.compareUnsigned(ValueKey.of(one), ValueKey.of(other));
            assertThat(Integer.signum(bytes))
                    .as("%s and %s", one, other)
                    .isEqualTo(exact(one).compareTo(exact(other)));
        }
    }

    private static Number number(Random random) {
        long bits = random.nextLong() >> random.nextInt(Long.SIZE);
        return switch (random.nextInt(4)) {
            case 0 -> (int) bits;
            case 1 -> bits;
            case 2 -> (double) bits + random.nextInt(3) / 2.0;
            default -> new Decimal128(BigDecimal.valueOf(bits, random.nextInt(9)));
        };
    }

    private static BigDecimal exact(Number number) {
        return switch (number) {
            case Decimal128 decimal -> decimal.toBigDecimal();
            case Double value -> new BigDecimal(value);
            default -> BigDecimal.valueOf(number.longValue());
        };
    }
}
