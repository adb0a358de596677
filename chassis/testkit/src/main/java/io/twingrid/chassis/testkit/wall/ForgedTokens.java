package io.twingrid.chassis.testkit.wall;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.twingrid.chassis.testkit.TestIssuer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every operation answers every token that is not the issuer's own, for us and in time, with 401 and a problem document; the
 * open ones too, so that a client learns at once that its token is no good.
 */
public interface ForgedTokens extends ServiceUnderTest {

    @Test
    default void aTokenThatIsForgedOpensNothing() {
        Map<String, String> forgeries = Forgery.all();
        for (Operation operation : Operation.of(service())) {
            forgeries.forEach((what, token) -> {
                EntityExchangeResult<byte[]> answer = service()
                        .withToken(token)
                        .method(operation.method())
                        .uri(operation.anyPath())
                        .exchange()
                        .expectBody()
                        .returnResult();
                assertThat(answer.getStatus().value())
                        .as("%s with %s", operation, what)
                        .isEqualTo(401);
                assertThat(answer.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
                byte[] body = answer.getResponseBody();
                assertThat(new JsonMapper().readTree(body).path("type").asString())
                        .isEqualTo("https://twingrid.io/problems/unauthorized");
            });
        }
    }

    /** Tokens of an administrator that nobody should believe. */
    final class Forgery {
        private static final TestIssuer ISSUER = TestIssuer.trusted();
        private static final RSAKey FOREIGN = foreignKey();

        private Forgery() {}

        static Map<String, String> all() {
            Map<String, String> all = new LinkedHashMap<>();
            all.put("no token at all", "not.a.token");
            all.put("alg none", new PlainJWT(claims().build()).serialize());
            all.put("alg none under a good token's signature", noneOverGoodSignature());
            all.put("HS256 with the public key as the secret", signed(hs256(), publicKeyAsSecret(), claims().build()));
            all.put("another issuer's token", TestIssuer.start().token("admin", List.of("admin"), List.of(), null));
            all.put("a foreign key under the issuer's name and key id", foreign(header()));
            all.put("a key id of nobody", foreign(header().keyID("nobody")));
            all.put("a key id that is a path", foreign(header().keyID("../../../../dev/null")));
            all.put("a key id that is a query", foreign(header().keyID("' OR '1'='1")));
            all.put("its own key in jwk", foreign(header().jwk(FOREIGN.toPublicJWK())));
            all.put("its own keys at jku", foreign(header().jwkURL(URI.create("http://127.0.0.1:1/jwks"))));
            all.put("its own certificate at x5u", foreign(header().x509CertURL(URI.create("http://127.0.0.1:1/x5u"))));
            all.put(
                    "a critical extension",
                    foreign(header().criticalParams(Set.of("exp")).customParam("exp", 1)));
            all.put("another audience", ISSUER.sign(claims().audience("another").build()));
            all.put("no audience", ISSUER.sign(claims().audience((String) null).build()));
            all.put(
                    "another issuer in a good signature",
                    ISSUER.sign(claims().issuer("http://somebody.else").build()));
            all.put(
                    "expired",
                    ISSUER.sign(
                            claims().expirationTime(in(Duration.ofMinutes(-10))).build()));
            all.put("never expires", ISSUER.sign(claims().expirationTime(null).build()));
            all.put(
                    "not yet valid",
                    ISSUER.sign(
                            claims().notBeforeTime(in(Duration.ofMinutes(10))).build()));
            all.put(
                    "an ID token for the gateway",
                    ISSUER.sign(claims().audience("gateway").claim("nonce", "n").build()));
            all.put(
                    "an ID token",
                    ISSUER.sign(
                            claims().claim("nonce", "n").claim("at_hash", "h").build()));
            all.put(
                    "a logout token",
                    ISSUER.sign(header().type(new JOSEObjectType("logout+jwt")).build(), claims().build()));
            return all;
        }

        private static JWTClaimsSet.Builder claims() {
            return ISSUER.claims("admin", List.of("admin"), List.of("guankou"), null);
        }

        private static JWSHeader.Builder header() {
            return new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(ISSUER.publicKey().getKeyID());
        }

        private static JWSHeader.Builder hs256() {
            return new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .keyID(ISSUER.publicKey().getKeyID());
        }

        private static String foreign(JWSHeader.Builder header) {
            try {
                return signed(header, new RSASSASigner(FOREIGN), claims().build());
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String noneOverGoodSignature() {
            String good = ISSUER.sign(claims().build());
            String head = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8));
            return head + good.substring(good.indexOf('.'));
        }

        private static JWSSigner publicKeyAsSecret() {
            try {
                return new MACSigner(ISSUER.publicKey().toRSAPublicKey().getEncoded());
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Date in(Duration time) {
            return Date.from(Instant.now().plus(time));
        }

        private static String signed(JWSHeader.Builder header, JWSSigner signer, JWTClaimsSet claims) {
            try {
                SignedJWT token = new SignedJWT(header.build(), claims);
                token.sign(signer);
                return token.serialize();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }

        private static RSAKey foreignKey() {
            try {
                return new RSAKeyGenerator(2048)
                        .keyID(ISSUER.publicKey().getKeyID())
                        .generate();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
