package io.twingrid.notification;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The other end of Web Push: a key pair, and decryption as RFC 8291 and RFC 8188 ask it of a browser. */
final class FakeBrowser {
    private final ECKey key;
    private final byte[] auth = new byte[16];

    FakeBrowser() throws JOSEException {
        key = new ECKeyGenerator(Curve.P_256).generate();
        ThreadLocalRandom.current().nextBytes(auth);
    }

    /** What its page would post for this endpoint. */
    Map<String, Object> subscription(String endpoint) {
        return Map.of(
                "endpoint",
                endpoint,
                "keys",
                Map.of(
                        "p256dh",
                        Base64URL.encode(point(key)).toString(),
                        "auth",
                        Base64URL.encode(auth).toString()),
                "name",
                "phone",
                "language",
                "EN");
    }

    String decrypted(byte[] body) throws GeneralSecurityException, JOSEException {
        ByteBuffer message = ByteBuffer.wrap(body);
        byte[] salt = take(message, 16);
        message.getInt();
        byte[] sender = take(message, message.get());
        byte[] sealed = take(message, message.remaining());

        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(key.toECPrivateKey());
        agreement.doPhase(
                new ECKey.Builder(
                                Curve.P_256,
                                Base64URL.encode(Arrays.copyOfRange(sender, 1, 33)),
                                Base64URL.encode(Arrays.copyOfRange(sender, 33, 65)))
                        .build()
                        .toECPublicKey(),
                true);
        ByteArrayOutputStream info = new ByteArrayOutputStream();
        info.writeBytes("WebPush: info\0".getBytes(US_ASCII));
        info.writeBytes(point(key));
        info.writeBytes(sender);
        byte[] input = hkdf(auth, agreement.generateSecret(), info.toByteArray(), 32);
        byte[] content = hkdf(salt, input, "Content-Encoding: aes128gcm\0".getBytes(US_ASCII), 16);
        byte[] nonce = hkdf(salt, input, "Content-Encoding: nonce\0".getBytes(US_ASCII), 12);

        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(content, "AES"), new GCMParameterSpec(128, nonce));
        String padded = new String(cipher.doFinal(sealed), UTF_8);
        return padded.substring(0, padded.lastIndexOf('\u0002'));
    }

    private static byte[] point(ECKey key) {
        ByteArrayOutputStream point = new ByteArrayOutputStream();
        point.write(4);
        point.writeBytes(key.getX().decode());
        point.writeBytes(key.getY().decode());
        return point.toByteArray();
    }

    /** RFC 5869, as far as one block. */
    private static byte[] hkdf(byte[] salt, byte[] input, byte[] info, int length) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(salt, "HmacSHA256"));
        byte[] extracted = mac.doFinal(input);
        mac.init(new SecretKeySpec(extracted, "HmacSHA256"));
        mac.update(info);
        return Arrays.copyOf(mac.doFinal(new byte[] {1}), length);
    }

    private static byte[] take(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }
}
