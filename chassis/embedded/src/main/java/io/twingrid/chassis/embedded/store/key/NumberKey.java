package io.twingrid.chassis.embedded.store.key;

import de.bwaldvogel.mongo.bson.Decimal128;
import java.math.BigDecimal;

/**
 * All kinds of numbers in one order. A number is written as the double next to it, and then, where that was not exact, as
 * the rest that remains, in the same form. Rounding never changes an order, so neither does this.
 */
final class NumberKey {

    private static final int REST_BELOW = 0x01;
    private static final int EXACT = 0x02;
    private static final int REST_ABOVE = 0x03;

    /** Three doubles hold more digits than the 34 of a decimal. */
    private static final int DEEPEST_REST = 2;

    private NumberKey() {}

    static void encode(KeyBuffer out, Number number) {
        if (number instanceof Long value) {
            encodeLong(out, value);
        } else if (number instanceof Decimal128 value && Double.isFinite(value.doubleValue())) {
            encodeDecimal(out, value.toBigDecimal(), 0);
        } else {
            putDouble(out, number.doubleValue()).putByte(EXACT);
        }
    }

    private static void encodeLong(KeyBuffer out, long value) {
        double nearest = (double) value;
        putDouble(out, nearest);
        // 2^63 is the nearest double of the greatest longs and not a long itself; the difference is still right, modulo
        // 2^64.
        long rest = nearest == 0x1p63 ? value + Long.MIN_VALUE : value - (long) nearest;
        out.putByte(sign(rest));
        if (rest != 0) {
            putDouble(out, (double) rest).putByte(EXACT);
        }
    }

    private static void encodeDecimal(KeyBuffer out, BigDecimal value, int depth) {
        double nearest = value.doubleValue();
        putDouble(out, nearest);
        BigDecimal rest = Double.isInfinite(nearest) ? BigDecimal.ZERO : value.subtract(new BigDecimal(nearest));
        if (rest.signum() == 0 || depth == DEEPEST_REST) {
            out.putByte(EXACT);
        } else {
            out.putByte(sign(rest.signum()));
            encodeDecimal(out, rest, depth + 1);
        }
    }

    private static int sign(long rest) {
        return rest == 0 ? EXACT : rest < 0 ? REST_BELOW : REST_ABOVE;
    }

    private static KeyBuffer putDouble(KeyBuffer out, double value) {
        if (Double.isNaN(value)) {
            return out.putLong(0); // lower than every number, as MongoDB has it
        }
        long bits = Double.doubleToLongBits(value == 0 ? 0.0 : value);
        return out.putLong(bits < 0 ? ~bits : bits | Long.MIN_VALUE);
    }
}
