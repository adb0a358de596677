package io.twingrid.chassis.testkit.things;

import com.nimbusds.jwt.JWTClaimsSet;
import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.chassis.testkit.TestIssuer;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** Tokens and problem documents, as every service has them. */
class HttpTest {
    private static @Nullable RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(ThingService.application());
    }

    @AfterAll
    static void stop() {
        service().close();
    }

    @Test
    void aTokenSaysWhoIsCalling() {
        service()
                .as("lead", List.of("lead"), List.of("here"), null)
                .get()
                .uri("/things/mine")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.caller")
                .isEqualTo("lead")
                .jsonPath("$.roles[0]")
                .isEqualTo("lead")
                .jsonPath("$.areas[0]")
                .isEqualTo("here");
        service()
                .client()
                .get()
                .uri("/things/open")
                .exchange()
                .expectBody()
                .jsonPath("$.caller")
                .isEqualTo("nobody");
    }

    @Test
    void whatNoRuleOpensIsDenied() {
        expectProblem("/nowhere", 401, "unauthorized");
        expectProblem("/things/mine", 401, "unauthorized");
        service()
                .as("lead", List.of("lead"), List.of(), null)
                .get()
                .uri("/nowhere")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://twingrid.io/problems/forbidden");
    }

    @Test
    void tokensThatAreNotForUsAreRefused() {
        TestIssuer issuer = TestIssuer.trusted();
        Date past = Date.from(Instant.now().minusSeconds(600));
        for (JWTClaimsSet claims : List.of(
                claims(issuer).audience("another").build(),
                claims(issuer).expirationTime(past).build(),
                claims(issuer)
                        .notBeforeTime(Date.from(Instant.now().plusSeconds(600)))
                        .build(),
                claims(issuer).issuer("http://somebody.else").build())) {
            expectUnauthorized(issuer.sign(claims));
        }
        expectUnauthorized(TestIssuer.start().token("lead", List.of("lead"), List.of(), null));
        expectUnauthorized("not.a.token");
    }

    @Test
    void problemsHaveAStableType() {
        var caller = service().as("lead", List.of("lead"), List.of(), null);
        caller.get()
                .uri("/things/known/fail")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://twingrid.io/problems/not-found");
        caller.get()
                .uri("/things/other/fail")
                .exchange()
                .expectStatus()
                .is5xxServerError()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://twingrid.io/problems/internal")
                .jsonPath("$.detail")
                .value(detail -> org.assertj.core.api.Assertions.assertThat(String.valueOf(detail))
                        .doesNotContain("not thought of"));
        caller.get()
                .uri("/things/known/fail?number=many")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("number");
    }

    private static JWTClaimsSet.Builder claims(TestIssuer issuer) {
        return issuer.claims("lead", List.of("lead"), List.of(), null);
    }

    private static void expectUnauthorized(String token) {
        service()
                .withToken(token)
                .get()
                .uri("/things/mine")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("Authorization");
    }

    private static void expectProblem(String uri, int status, String type) {
        service()
                .client()
                .get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://twingrid.io/problems/" + type);
    }

    private static RunningService service() {
        return Objects.requireNonNull(service);
    }
}
