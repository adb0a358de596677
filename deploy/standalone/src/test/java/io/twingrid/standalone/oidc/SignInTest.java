package io.twingrid.standalone.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person signs in with a browser on behalf of the gateway, is renewed, and signs out. */
@TestInstance(Lifecycle.PER_CLASS)
class SignInTest {

    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0123456789";
    private static final String BACK = "http://localhost:8080/login/oauth2/code/town";

    private final HttpClient http = HttpClient.newHttpClient(); // follows no redirects
    private ConfigurableApplicationContext provider;
    private String cookie = "";

    @BeforeAll
    void start(@TempDir Path folder) {
        provider = OidcProvider.application().run(arguments(folder, "127.0.0.1"));
    }

    @AfterAll
    void stop() {
        provider.close();
        http.close();
    }

    private static String[] arguments(Path folder, String address) {
        return new String[] {
            "--server.port=0",
            "--server.address=" + address,
            "--server.shutdown=immediate",
            "--oidc-provider.issuer=http://town.example",
            "--OIDC_CLIENT_SECRET=secret",
            "--oidc-provider.accounts=" + Path.of("../town/accounts.yaml").toAbsolutePath(),
            "--oidc-provider.key-file=" + folder.resolve("keys.json")
        };
    }

    @Test
    void aPersonSignsInAndTheGatewayGetsTokensForThePageAndForTheServices() throws Exception {
        JsonNode tokens = signIn("lead-tieshan");

        JWTClaimsSet access = claims(tokens, "access_token");
        assertThat(access.getAudience()).containsExactly("twingrid");
        assertThat(access.getSubject()).isEqualTo("lead-tieshan");
        assertThat(access.getStringListClaim("roles")).containsExactly("community-lead");
        JWTClaimsSet id = claims(tokens, "id_token");
        assertThat(id.getAudience()).containsExactly("gateway");
        assertThat(id.getStringClaim("name")).isEqualTo("铁山社区负责人");
        assertThat(id.getStringListClaim("areas")).containsExactly("tieshan");
    }

    @Test
    void aTokenIsRenewedOnceAndNotTwiceWithTheSameRefreshToken() throws Exception {
        String refresh = signIn("coordinator").path("refresh_token").asString();
        String form = "grant_type=refresh_token&refresh_token=" + refresh;

        assertThat(asGateway(form).statusCode()).isEqualTo(200);
        assertThat(asGateway(form).statusCode()).isEqualTo(400);
    }

    @Test
    void signingOutEndsThePersonsSessionHere() throws Exception {
        String idToken = signIn("admin").path("id_token").asString();

        HttpResponse<String> out =
                get("/connect/logout?id_token_hint=" + idToken + "&post_logout_redirect_uri=http://localhost:8080/");

        assertThat(out.headers().firstValue("Location")).hasValue("http://localhost:8080/");
        assertThat(get(authorize()).headers().firstValue("Location").orElseThrow())
                .endsWith("/sign-in");
    }

    @Test
    void aCodeIsSentToTheGatewayAndNowhereElse() throws Exception {
        String elsewhere = authorize().replace("localhost%3A8080", "evil.example");

        assertThat(get(elsewhere).statusCode()).isEqualTo(400);
    }

    @Test
    void guessingIsSlowedDownForTheAccountThatIsGuessedAt() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(scriptToken("points", "wrong").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> slow = scriptToken("points", "demo");
        assertThat(slow.statusCode()).isEqualTo(429);
        assertThat(slow.headers().firstValue("Retry-After")).isPresent();
        assertThat(scriptToken("observer-2", "demo").statusCode()).isEqualTo(200);
    }

    @Test
    void theWaitDoublesUpToALimit() {
        WrongPasswords rules = provider.getBean(ProviderSettings.class).wrongPasswords();

        assertThat(IntStream.of(4, 5, 6, 7, 100)
                        .mapToObj(wrong -> rules.waitAfter(wrong).toSeconds()))
                .containsExactly(0L, 1L, 2L, 4L, 300L);
    }

    @Test
    void aWrongPasswordOnThePageIsSaidWithoutSayingWhatWasWrong() throws Exception {
        HttpResponse<String> wrong = post("/sign-in", form("observer-3", "wrong"));

        assertThat(wrong.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?error");
        assertThat(get("/sign-in?error").body()).contains("账号或密码错误");
    }

    @Test
    void thePageLoadsItsStyleAndRunsNothing() throws Exception {
        HttpResponse<String> page = get("/sign-in");

        assertThat(page.body()).doesNotContain("<script", "<style", "style=");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "form-action 'self' http://localhost:8080")
                .doesNotContain("unsafe");
        assertThat(get("/sign-in.css").headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/css");
    }

    @Test
    void accountsThatAnybodyCanUseDoNotStartWhereOthersReachThem(@TempDir Path folder) {
        assertThatThrownBy(() -> OidcProvider.application().run(arguments(folder, "0.0.0.0")))
                .rootCause()
                .hasMessageContaining("other machines reach the provider at '0.0.0.0'")
                .hasMessageContaining("ALLOW_DEMONSTRATION_ACCOUNTS=true");
    }

    private JsonNode signIn(String account) throws Exception {
        cookie = "";
        assertThat(get(authorize()).headers().firstValue("Location").orElseThrow())
                .endsWith("/sign-in");
        HttpResponse<String> in = post("/sign-in", form(account, "demo"));
        assertThat(in.headers().firstValue("Location").orElseThrow()).contains("/oauth2/authorize");
        URI back = URI.create(get(authorize()).headers().firstValue("Location").orElseThrow());
        assertThat(back.toString()).startsWith(BACK);
        Matcher code = Pattern.compile("code=([^&]+)").matcher(back.getQuery());
        assertThat(code.find()).isTrue();
        HttpResponse<String> tokens = asGateway("grant_type=authorization_code&code=" + code.group(1)
                + "&code_verifier=" + VERIFIER + "&redirect_uri=" + URLEncoder.encode(BACK, UTF_8));
        assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);
        return new JsonMapper().readTree(tokens.body());
    }

    private static String authorize() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(UTF_8));
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        return "/oauth2/authorize?"
                + encoded(Map.of(
                        "response_type", "code",
                        "client_id", "gateway",
                        "scope", "openid profile",
                        "state", "s",
                        "nonce", "n",
                        "code_challenge", challenge,
                        "code_challenge_method", "S256",
                        "redirect_uri", BACK));
    }

    private String form(String account, String password) throws Exception {
        Matcher csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(get("/sign-in").body());
        assertThat(csrf.find()).isTrue();
        return encoded(Map.of("username", account, "password", password, "_csrf", csrf.group(1)));
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> asGateway(String form) throws Exception {
        return token("gateway", "secret", form);
    }

    private HttpResponse<String> scriptToken(String account, String password) throws Exception {
        return token(account, password, "grant_type=client_credentials");
    }

    private HttpResponse<String> token(String client, String secret, String form) throws Exception {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(UTF_8));
        return send(request("/oauth2/token")
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browse(request(path).header("Accept", "text/html"));
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return browse(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** With the one cookie that a browser would have. */
    private HttpResponse<String> browse(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
        answer.headers().firstValue("Set-Cookie").ifPresent(set -> {
            assertThat(set).contains("HttpOnly", "Secure").containsIgnoringCase("SameSite=Lax");
            cookie = set.substring(0, set.indexOf(';'));
        });
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + provider.getEnvironment().getProperty("local.server.port") + path));
    }

    private static JWTClaimsSet claims(JsonNode tokens, String name) throws Exception {
        return SignedJWT.parse(tokens.path(name).asString()).getJWTClaimsSet();
    }
}
