package io.twingrid.standalone.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.twingrid.standalone.secret.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The key pairs that sign tokens, kept as a JWK set in a file that only its owner can read: tokens stay good over a restart.
 *
 * <p>A key is replaced when it is old. Its successor is published some time before it signs, so that every service knows it
 * by then, and a key goes when the last token that it signed has run out.
 */
final class SigningKeys implements JWKSource<SecurityContext> {

    /** Bits; what RFC 7518 asks for RS256 at least. */
    private static final int SIZE = 2048;
    /** Twice as long as a service keeps the keys that it has fetched. */
    private static final Duration PUBLISHED_BEFORE = Duration.ofMinutes(10);

    private static final Comparator<JWK> OLDEST_FIRST = Comparator.comparing(SigningKeys::madeAt);

    private final Path file;
    private final Duration lifetime;
    private final Duration longestToken;
    private final Clock clock;
    private volatile JWKSet keys;

    /**
     * Takes the keys of a file, which is made when it is missing.
     *
     * @param lifetime after which a key is replaced
     * @param longestToken how long a token is good
     * @throws IllegalStateException if the file holds something else; it is left as it is
     */
    SigningKeys(Path file, Duration lifetime, Duration longestToken, Clock clock) {
        this.file = file;
        this.lifetime = lifetime;
        this.longestToken = longestToken;
        this.clock = clock;
        this.keys = Files.exists(file) ? read(file) : new JWKSet();
        rotate();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        rotate();
        return selector.select(keys);
    }

    /** Of the keys that could sign, the newest that everybody knows; the oldest if all are too new for that. */
    JWK signing(List<JWK> candidates) {
        Instant known = clock.instant().minus(PUBLISHED_BEFORE);
        return candidates.stream()
                .filter(key -> madeAt(key).isBefore(known))
                .max(OLDEST_FIRST)
                .or(() -> candidates.stream().min(OLDEST_FIRST))
                .orElseThrow();
    }

    private synchronized void rotate() {
        Instant now = clock.instant();
        List<JWK> sorted = keys.getKeys().stream().sorted(OLDEST_FIRST).toList();
        boolean due =
                sorted.isEmpty() || madeAt(sorted.getLast()).plus(lifetime).isBefore(now);
        Instant gone = now.minus(lifetime).minus(PUBLISHED_BEFORE).minus(longestToken);
        List<JWK> kept = sorted.stream()
                .filter(key -> sorted.getLast().equals(key) || madeAt(key).isAfter(gone))
                .toList();
        if (due) {
            kept = Stream.concat(kept.stream(), Stream.of(generate(now))).toList();
        }
        if (!kept.equals(sorted)) {
            keys = new JWKSet(kept);
            SecretFile.keep(file, keys.toString(false));
        }
    }

    private static Instant madeAt(JWK key) {
        Date made = key.getIssueTime();
        return made == null ? Instant.EPOCH : made.toInstant();
    }

    private static JWKSet read(Path file) {
        try {
            return JWKSet.parse(Files.readString(file));
        } catch (ParseException e) {
            throw new IllegalStateException(
                    "%s holds no signing keys (%s): restore it, or delete it to get new ones."
                            .formatted(file, e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RSAKey generate(Instant now) {
        try {
            return new RSAKeyGenerator(SIZE)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(UUID.randomUUID().toString())
                    .issueTime(Date.from(now))
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java cannot make RSA keys", e);
        }
    }
}
