package io.twingrid.notification.channel.push;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Public keys on P-256 as Web Push writes them: uncompressed points (SEC 1, section 2.3.3), 65 bytes in base64url. */
final class Points {
    private static final int COORDINATE = 32;
    private static final byte UNCOMPRESSED = 4;

    private Points() {}

    /**
     * The key of a point.
     *
     * @throws IllegalArgumentException if it is not one on the curve
     */
    static ECKey key(String point) {
        byte[] bytes = new Base64URL(point).decode();
        if (bytes.length != 1 + 2 * COORDINATE || bytes[0] != UNCOMPRESSED) {
            throw new IllegalArgumentException("not an uncompressed point on P-256");
        }
        try {
            return new ECKey.Builder(
                            Curve.P_256,
                            Base64URL.encode(Arrays.copyOfRange(bytes, 1, 1 + COORDINATE)),
                            Base64URL.encode(Arrays.copyOfRange(bytes, 1 + COORDINATE, bytes.length)))
                    .build();
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException("not a point on P-256", e);
        }
    }

    static byte[] uncompressed(ECKey key) {
        return ByteBuffer.allocate(1 + 2 * COORDINATE)
                .put(UNCOMPRESSED)
                .put(padded(key.getX()))
                .put(padded(key.getY()))
                .array();
    }

    static String text(ECKey key) {
        return Base64URL.encode(uncompressed(key)).toString();
    }

    private static byte[] padded(Base64URL coordinate) {
        byte[] bytes = coordinate.decode();
        byte[] padded = new byte[COORDINATE];
        System.arraycopy(bytes, 0, padded, COORDINATE - bytes.length, bytes.length);
        return padded;
    }
}
