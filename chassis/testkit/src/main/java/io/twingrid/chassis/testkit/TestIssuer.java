package io.twingrid.chassis.testkit;

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
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An OpenID Connect issuer as far as a resource server sees one: metadata, keys, and tokens signed with them. */
public final class TestIssuer {
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final String uri;
    private final RSAKey key;
    private final AtomicInteger asked;

    private TestIssuer(String uri, RSAKey key, AtomicInteger asked) {
        this.uri = uri;
        this.key = key;
        this.asked = asked;
    }

    /** The issuer that a JVM's services trust. */
    public static TestIssuer trusted() {
        return Trusted.ISSUER;
    }

    /** An issuer of its own, with its own keys, that nobody trusts unless told to. */
    public static TestIssuer start() {
        try {
            RSAKey key = new RSAKeyGenerator(2048).keyID("test").generate();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String uri = "http://localhost:" + server.getAddress().getPort();
            serve(server, "/.well-known/openid-configuration", () -> """
                    {"issuer":"%1$s","jwks_uri":"%1$s/jwks","authorization_endpoint":"%1$s/authorize",
                     "token_endpoint":"%1$s/token","response_types_supported":["code"],
                     "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}""".formatted(uri));
            AtomicInteger asked = new AtomicInteger();
            serve(server, "/jwks", () -> {
                asked.incrementAndGet();
                return new JWKSet(key.toPublicJWK()).toString();
            });
            server.start();
            return new TestIssuer(uri, key, asked);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String uri() {
        return uri;
    }

    /** A token as a person gets one, valid for ten minutes. */
    public String token(String subject, List<String> roles, List<String> areas, @Nullable String department) {
        return sign(claims(subject, roles, areas, department).build());
    }

    /** Claims as {@link #token} has them, for a test that spoils one. */
    public JWTClaimsSet.Builder claims(
            String subject, List<String> roles, List<String> areas, @Nullable String department) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(uri)
                .audience("twingrid")
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .claim("roles", roles)
                .claim("areas", areas)
                .claim("department", department);
    }

    /** Signs claims with the issuer's key (RS256). */
    public String sign(JWTClaimsSet claims) {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    }

    /** Signs with the issuer's key under a header of the test's own. */
    public String sign(JWSHeader header, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the whole world may know of the issuer's key. */
    public RSAKey publicKey() {
        return key.toPublicJWK();
    }

    /** How often somebody asked for the keys. */
    public int timesAskedForKeys() {
        return asked.get();
    }

    private static void serve(HttpServer server, String path, Supplier<String> json) {
        server.createContext(path, exchange -> {
            byte[] body = json.get().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private static final class Trusted {
        static final TestIssuer ISSUER = start();
    }
}
