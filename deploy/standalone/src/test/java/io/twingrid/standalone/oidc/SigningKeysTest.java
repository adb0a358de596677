package io.twingrid.standalone.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys come, sign, and go; at no moment is a good token's key unknown. */
class SigningKeysTest {

    private static final Instant START = Instant.parse("2026-11-22T01:00:00Z");
    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final Duration TOKEN = Duration.ofHours(8);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void anOldKeyIsReplacedAndItsSuccessorIsKnownBeforeItSigns() {
        JWK first = signingAt(Duration.ZERO);
        Duration due = LIFETIME.plusSeconds(1);

        assertThat(publishedAt(due)).hasSize(2).contains(first.toPublicJWK());
        assertThat(signingAt(due)).isEqualTo(first);
        assertThat(signingAt(due.plusMinutes(11))).isNotEqualTo(first);
    }

    @Test
    void aKeyGoesWhenTheLastTokenThatItSignedHasRunOut() {
        JWK first = signingAt(Duration.ZERO);
        publishedAt(LIFETIME.plusSeconds(1));

        assertThat(publishedAt(LIFETIME.plus(TOKEN))).contains(first.toPublicJWK());
        assertThat(publishedAt(LIFETIME.plus(TOKEN).plusMinutes(11))).doesNotContain(first.toPublicJWK());
    }

    @Test
    void aFileThatHoldsSomethingElseIsLeftAsItIs() throws IOException {
        Files.writeString(file(), "{}");

        assertThatThrownBy(() -> keysAt(Duration.ZERO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("holds no signing keys");
        assertThat(file()).hasContent("{}");
    }

    private JWK signingAt(Duration later) {
        SigningKeys keys = keysAt(later);
        return keys.signing(all(keys));
    }

    private List<JWK> publishedAt(Duration later) {
        return all(keysAt(later)).stream().map(JWK::toPublicJWK).toList();
    }

    private static List<JWK> all(SigningKeys keys) {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null);
    }

    private SigningKeys keysAt(Duration later) {
        return new SigningKeys(file(), LIFETIME, TOKEN, Clock.fixed(START.plus(later), ZoneOffset.UTC));
    }

    private Path file() {
        return folder.resolve("keys.json");
    }
}
