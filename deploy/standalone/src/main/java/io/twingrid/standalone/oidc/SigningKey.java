package io.twingrid.standalone.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.twingrid.standalone.secret.SecretFile;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.UUID;

/** The key pair that signs tokens, kept as a JWK in a file that only its owner can read. */
final class SigningKey {

    /** Bits; what RFC 7518 asks for RS256 at least. */
    private static final int SIZE = 2048;

    private SigningKey() {}

    /**
     * The key in the file, or a new one that is in the file from now on: tokens stay good over a restart.
     *
     * @throws IllegalStateException if the file holds something else; it is left as it is
     */
    static RSAKey in(Path file) {
        try {
            return RSAKey.parse(SecretFile.in(file, () -> generate().toJSONString()));
        } catch (ParseException e) {
            throw new IllegalStateException(
                    "%s is not a signing key (%s): restore it, or delete it to get a new one."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(SIZE)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java cannot make RSA keys", e);
        }
    }
}
