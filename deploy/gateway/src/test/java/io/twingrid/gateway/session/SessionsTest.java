package io.twingrid.gateway.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.gateway.Gateway;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser signs in, acts, and signs out; its tokens never leave the gateway. */
@TestInstance(Lifecycle.PER_CLASS)
class SessionsTest {

    private final FakeProvider provider = new FakeProvider();
    private final DisposableServer backend = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> routes.route(any -> true, (request, response) -> response.header(
                            "X-Heard-Authorization",
                            String.valueOf(request.requestHeaders().get("Authorization")))
                    .header(
                            "X-Heard-Cookie",
                            String.valueOf(request.requestHeaders().get("Cookie")))
                    .sendString(Mono.just("ok"))))
            .bindNow();

    private ConfigurableApplicationContext gateway;
    private WebTestClient browser;

    @BeforeAll
    void open() {
        String url = "http://127.0.0.1:" + backend.port();
        gateway = Gateway.application()
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--server.shutdown=immediate",
                        "--OIDC_ISSUER=" + provider.issuer(),
                        "--OIDC_CLIENT_SECRET=secret",
                        "--TRIAGE_SERVICE_URL=" + url);
        browser = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + gateway.getEnvironment().getProperty("local.server.port"))
                .responseTimeout(Duration.ofSeconds(10))
                .build();
    }

    @AfterAll
    void close() {
        gateway.close();
        backend.disposeNow();
        provider.close();
    }

    @Test
    void signingInIsTheCodeFlowWithPkceAndEndsInACookieThatNoScriptCanRead() {
        ResponseCookie session = signIn();

        assertThat(session.getName()).isEqualTo("__Host-session");
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.isSecure()).isTrue();
        assertThat(session.getSameSite()).isEqualTo("Lax");
        assertThat(provider.heard).containsKey("code_verifier").containsEntry("code", FakeProvider.CODE);
    }

    @Test
    void theSessionsTokenGoesToTheServiceAndTheCookieDoesNot() {
        browser.get()
                .uri("/api/cases")
                .cookie("__Host-session", signIn().getValue())
                .exchange()
                .expectHeader()
                .valueEquals("X-Heard-Authorization", "Bearer the-access-token")
                .expectHeader()
                .valueEquals("X-Heard-Cookie", "null");
    }

    @Test
    void requestsThatComeTogetherRenewTheTokenOnceAndNobodyIsSignedOut() {
        provider.lifetime = 1;
        String session = signIn().getValue();
        provider.lifetime = 600;

        List<Integer> answers = Flux.range(0, 8)
                .flatMap(i -> Mono.fromCallable(() -> statusOfCases(session)).subscribeOn(Schedulers.boundedElastic()))
                .collectList()
                .block(Duration.ofSeconds(20));

        assertThat(answers).hasSize(8).containsOnly(200);
        assertThat(provider.renewals()).isEqualTo(1);
    }

    @Test
    void aBearerTokenCountsMoreThanTheCookie() {
        browser.post()
                .uri("/api/cases/1/verify")
                .cookie("__Host-session", signIn().getValue())
                .header("Authorization", "Bearer of-a-script")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("X-Heard-Authorization", "Bearer of-a-script");
    }

    @Test
    void aCommandThatAnotherSiteMadeTheBrowserSendIsRefused() {
        String session = signIn().getValue();
        browser.post()
                .uri("/api/cases/1/verify")
                .cookie("__Host-session", session)
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);

        JsonNode csrf = session(session).path("csrf");
        browser.post()
                .uri("/api/cases/1/verify")
                .cookie("__Host-session", session)
                .header(csrf.path("header").asString(), csrf.path("token").asString())
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void aCommandWithoutASessionNeedsNoSuchToken() {
        browser.post().uri("/api/cases/1/verify").exchange().expectStatus().isOk();
    }

    @Test
    void aPageLearnsWhoIsSignedInAndNoToken() {
        JsonNode nobody = session("nothing");
        assertThat(nobody.path("signedIn").asBoolean()).isFalse();

        JsonNode person = session(signIn().getValue());
        assertThat(person.path("id").asString()).isEqualTo("lead-tieshan");
        assertThat(person.path("roles").toString()).isEqualTo("[\"community-lead\"]");
        assertThat(person.toString()).doesNotContain("the-access-token");
    }

    @Test
    void signingOutEndsTheSessionHereAndAtTheProvider() {
        String session = signIn().getValue();
        JsonNode csrf = session(session).path("csrf");
        URI next = browser.post()
                .uri("/sign-out")
                .cookie("__Host-session", session)
                .header(csrf.path("header").asString(), csrf.path("token").asString())
                .exchange()
                .expectStatus()
                .isFound()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getLocation();

        assertThat(next).asString().startsWith(provider.issuer() + "/sign-out?").contains("id_token_hint=");
        assertThat(session(session).path("signedIn").asBoolean()).isFalse();
    }

    @Test
    void whoOnlyBeginsToSignInHasNoSession() {
        EntityExchangeResult<byte[]> begun = begin();

        assertThat(begun.getResponseCookies()).containsOnlyKeys("__Host-signing-in");
    }

    @Test
    void anotherBrowserCannotFinishWhatOneBegan() {
        Map<String, String> asked = query(begin());

        browser.get()
                .uri("/login/oauth2/code/town?code={code}&state={state}", FakeProvider.CODE, asked.get("state"))
                .cookie("__Host-signing-in", "another")
                .exchange()
                .expectHeader()
                .location("/?sign-in=failed");
    }

    @Test
    void pagesMayRunOurFilesAndNothingElse() {
        browser.get()
                .uri("/")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .value("Content-Security-Policy", policy -> assertThat(policy)
                        .contains(
                                "default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", provider.issuer())
                        .doesNotContain("unsafe"))
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Referrer-Policy", "same-origin")
                .expectBody(String.class)
                .value(page -> assertThat(page)
                        .doesNotContain("<style", "style=", "onclick")
                        .containsOnlyOnce("<script"));
        browser.get()
                .uri("/front-door.js")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(script -> assertThat(script)
                        .doesNotContain("innerHTML", "insertAdjacentHTML", "document.write", "eval("));
    }

    private int statusOfCases(String session) {
        return browser.get()
                .uri("/api/cases")
                .cookie("__Host-session", session)
                .exchange()
                .returnResult()
                .getStatus()
                .value();
    }

    private ResponseCookie signIn() {
        EntityExchangeResult<byte[]> begun = begin();
        Map<String, String> asked = query(begun);
        assertThat(asked).containsEntry("code_challenge_method", "S256").containsEntry("client_id", "gateway");
        provider.nonce = Objects.requireNonNull(asked.get("nonce"));
        ResponseCookie pending =
                Objects.requireNonNull(begun.getResponseCookies().getFirst("__Host-signing-in"));
        EntityExchangeResult<byte[]> done = browser.get()
                .uri("/login/oauth2/code/town?code={code}&state={state}", FakeProvider.CODE, asked.get("state"))
                .cookie(pending.getName(), pending.getValue())
                .exchange()
                .expectStatus()
                .isFound()
                .expectHeader()
                .location("/")
                .expectBody()
                .returnResult();
        return Objects.requireNonNull(done.getResponseCookies().getFirst("__Host-session"));
    }

    private EntityExchangeResult<byte[]> begin() {
        return browser.get()
                .uri("/oauth2/authorization/town")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.FOUND)
                .expectBody()
                .returnResult();
    }

    private static Map<String, String> query(EntityExchangeResult<byte[]> redirect) {
        URI to = Objects.requireNonNull(redirect.getResponseHeaders().getLocation());
        return UriComponentsBuilder.fromUri(to).build().getQueryParams().toSingleValueMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> UriUtils.decode(field.getValue(), UTF_8)));
    }

    private JsonNode session(String cookie) {
        byte[] body = browser.get()
                .uri("/session")
                .cookie("__Host-session", cookie)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new JsonMapper().readTree(Objects.requireNonNull(body));
    }
}
