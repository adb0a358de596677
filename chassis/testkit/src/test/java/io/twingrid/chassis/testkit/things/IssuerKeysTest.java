package io.twingrid.chassis.testkit.things;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.chassis.testkit.TestIssuer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the issuer is asked for its keys, and what is answered while it is away. */
class IssuerKeysTest {

    @Test
    void keyIdsOfNobodyDoNotFloodTheIssuer() {
        TestIssuer issuer = TestIssuer.start();
        try (RunningService service =
                RunningService.start(ThingService.application(), "OIDC_ISSUER=" + issuer.uri(), "OIDC_KEYS_PAUSE=4m")) {
            String good = issuer.token("lead", List.of("lead"), List.of(), null);
            service.withToken(good)
                    .get()
                    .uri("/things/mine")
                    .exchange()
                    .expectStatus()
                    .isOk();
            for (int i = 0; i < 50; i++) {
                JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID("nobody-" + i)
                        .build();
                String forged = issuer.sign(
                        header,
                        issuer.claims("lead", List.of("lead"), List.of(), null).build());
                service.withToken(forged)
                        .get()
                        .uri("/things/mine")
                        .exchange()
                        .expectStatus()
                        .isUnauthorized();
            }
            assertThat(issuer.timesAskedForKeys()).isEqualTo(1);
        }
    }

    @Test
    void anIssuerThatIsAwayIsA503ThatSaysWhenToComeBack() {
        String token = TestIssuer.trusted().token("lead", List.of("lead"), List.of(), null);
        try (RunningService service =
                RunningService.start(ThingService.application(), "OIDC_ISSUER=http://127.0.0.1:1")) {
            service.withToken(token)
                    .get()
                    .uri("/things/mine")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .valueEquals("Retry-After", "5")
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("https://twingrid.io/problems/try-again");
        }
    }
}
