package io.twingrid.notification.channel.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.twingrid.notification.domain.KeptSecrets;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import reactor.core.publisher.Mono;

/**
 * Tells push services who sends (VAPID, <a href="https://www.rfc-editor.org/rfc/rfc8292">RFC 8292</a>). The key pair is
 * made at the first start of the first instance and kept: browsers subscribe to it, and another one would cut off all.
 */
public final class Vapid {
    private static final String KEPT_AS = "vapid";
    /** RFC 8292 allows 24 hours. */
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(12);

    private final Mono<ECKey> key;
    private final String contact;
    private final Clock clock;

    /**
     * The sender's identity.
     *
     * @param contact whom a push service can write to about us, {@code mailto:} or {@code https:}
     */
    public Vapid(KeptSecrets secrets, String contact, Clock clock) {
        // Kept once it is there; while the store is away, whoever needs it tries again.
        this.key = secrets.keep(KEPT_AS, Vapid::fresh).map(Vapid::parsed).cacheInvalidateIf(there -> false);
        this.contact = contact;
        this.clock = clock;
    }

    /** What browsers subscribe with: the public key, an uncompressed point in base64url. */
    public Mono<String> publicKey() {
        return key.map(Points::text);
    }

    /** The {@code Authorization} of a message to this endpoint. */
    Mono<String> authorization(URI endpoint) {
        return key.map(pair -> "vapid t=" + token(pair, endpoint) + ", k=" + Points.text(pair));
    }

    private String token(ECKey pair, URI endpoint) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .audience(endpoint.getScheme() + "://" + endpoint.getRawAuthority())
                .expirationTime(Date.from(clock.instant().plus(TOKEN_LIFETIME)))
                .subject(contact)
                .build();
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
            token.sign(new ECDSASigner(pair));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("the platform lacks ES256", e);
        }
    }

    private static String fresh() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate().toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("the platform lacks P-256", e);
        }
    }

    private static ECKey parsed(String jwk) {
        try {
            return ECKey.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("the kept VAPID key is not a JWK", e);
        }
    }
}
