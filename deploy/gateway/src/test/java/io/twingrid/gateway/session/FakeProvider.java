package io.twingrid.gateway.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/** An OpenID Connect provider as far as a client sees one; everybody who asks is the lead of Tieshan. */
final class FakeProvider implements AutoCloseable {

    static final String CODE = "the-code";

    /** What the token endpoint heard last, by name. */
    final Map<String, String> heard = new ConcurrentHashMap<>();

    private final RSAKey key = newKey();
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> routes.get(
                            "/.well-known/openid-configuration", (request, response) -> json(response, metadata()))
                    .get("/jwks", (request, response) -> json(response, new JWKSet(key.toPublicJWK()).toString()))
                    .post("/token", (request, response) -> request.receive()
                            .aggregate()
                            .asString()
                            .flatMap(form -> Mono.from(token(form, response)))))
            .bindNow();

    /** What the browser brought to the authorization endpoint and the token must say again. */
    volatile String nonce = "";

    /** Seconds that the next access token is good for; those that are nearly over are renewed at once. */
    volatile int lifetime = 600;

    private final AtomicInteger renewals = new AtomicInteger();
    private volatile String goodOnce = "r0";

    String issuer() {
        return "http://127.0.0.1:" + server.port();
    }

    private String metadata() {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/jwks","end_session_endpoint":"%1$s/sign-out","response_types_supported":["code"],
                 "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],
                 "token_endpoint_auth_methods_supported":["client_secret_basic"]}""".formatted(issuer());
    }

    private Publisher<Void> token(String form, HttpServerResponse response) {
        heard.putAll(Arrays.stream(form.split("&", -1))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8))));
        if ("refresh_token".equals(heard.get("grant_type"))) {
            if (!goodOnce.equals(heard.get("refresh_token"))) {
                return json(response.status(400), "{\"error\":\"invalid_grant\"}");
            }
            goodOnce = "r" + renewals.incrementAndGet();
        }
        return json(response, """
                {"access_token":"the-access-token","token_type":"Bearer","expires_in":%d,"refresh_token":"%s",
                 "id_token":"%s"}""".formatted(lifetime, goodOnce, idToken()));
    }

    /** How often a token was renewed. */
    int renewals() {
        return renewals.get();
    }

    private String idToken() {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience("gateway")
                .subject("lead-tieshan")
                .claim("name", "<script>alert(1)</script>")
                .claim("roles", List.of("community-lead"))
                .claim("areas", List.of("tieshan"))
                .claim("nonce", nonce)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .build();
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Publisher<Void> json(HttpServerResponse response, String text) {
        return response.header("Content-Type", "application/json").sendString(Mono.just(text));
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("fake").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
