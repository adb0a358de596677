package io.twingrid.notification.channel.push;

import com.nimbusds.jose.util.Base64URL;

/** Whether a browser's keys are such that messages can be encrypted for it (RFC 8291, section 3). */
public final class BrowserKeys {
    private static final int AUTH_BYTES = 16;

    private BrowserKeys() {}

    /** Whether it is an uncompressed point on P-256 in base64url. */
    public static boolean isKey(String key) {
        try {
            Points.key(key);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether it is a secret of 16 bytes in base64url. */
    public static boolean isAuth(String auth) {
        return new Base64URL(auth).decode().length == AUTH_BYTES;
    }
}
