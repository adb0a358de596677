package io.twingrid.notification.channel.push;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Message encryption for Web Push (<a href="https://www.rfc-editor.org/rfc/rfc8291">RFC 8291</a>) in the content coding
 * {@code aes128gcm} (<a href="https://www.rfc-editor.org/rfc/rfc8188">RFC 8188</a>), in one record.
 */
final class PushEncryption {
    static final int SALT_BYTES = 16;
    private static final int RECORD_SIZE = 4096;
    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** Ends the last record (RFC 8188, section 2). */
    private static final byte LAST = 2;

    private PushEncryption() {}

    /**
     * Encrypts a message for one browser.
     *
     * @param plain the message
     * @param browser the browser's public key
     * @param auth the secret of 16 bytes that it shares with us
     * @param ours a key pair for this message alone
     * @param salt 16 random bytes
     */
    static byte[] encrypt(byte[] plain, ECKey browser, byte[] auth, ECKey ours, byte[] salt) {
        try {
            byte[] input = inputKey(browser, auth, ours);
            byte[] secret = hmac(salt, input);
            byte[] key = Arrays.copyOf(expand(secret, "Content-Encoding: aes128gcm"), KEY_BYTES);
            byte[] nonce = Arrays.copyOf(expand(secret, "Content-Encoding: nonce"), NONCE_BYTES);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = cipher.doFinal(concat(plain, new byte[] {LAST}));
            byte[] point = Points.uncompressed(ours);
            return ByteBuffer.allocate(salt.length + Integer.BYTES + 1 + point.length + sealed.length)
                    .put(salt)
                    .putInt(RECORD_SIZE)
                    .put((byte) point.length)
                    .put(point)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException("the platform lacks what Web Push needs", e);
        }
    }

    /** RFC 8291, section 3.4: what both sides can compute and nobody else. */
    private static byte[] inputKey(ECKey browser, byte[] auth, ECKey ours)
            throws GeneralSecurityException, JOSEException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(ours.toECPrivateKey());
        agreement.doPhase(browser.toECPublicKey(), true);
        byte[] shared = hmac(auth, agreement.generateSecret());
        byte[] info =
                concat("WebPush: info\0".getBytes(US_ASCII), Points.uncompressed(browser), Points.uncompressed(ours));
        return hmac(shared, concat(info, new byte[] {1}));
    }

    /** HKDF-Expand (RFC 5869) as far as its first block, which is all that is asked for here. */
    private static byte[] expand(byte[] secret, String info) throws GeneralSecurityException {
        return hmac(secret, concat((info + "\0").getBytes(US_ASCII), new byte[] {1}));
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    private static byte[] concat(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }
}
