package io.twingrid.standalone.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** The provider over HTTP, as scripts and services meet it, with the shipped accounts. */
class OidcProviderTest {

    private static final String ISSUER = "http://town.example";
    private static final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path folder;

    @SuppressWarnings("NullAway.Init") // set once before all tests
    private static ConfigurableApplicationContext provider;

    @BeforeAll
    static void start() {
        provider = start(folder.resolve("key.json"));
    }

    @AfterAll
    static void stop() {
        provider.close();
        http.close();
    }

    private static ConfigurableApplicationContext start(Path key) {
        return OidcProvider.application()
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--server.shutdown=immediate",
                        "--oidc-provider.issuer=" + ISSUER,
                        "--oidc-provider.accounts="
                                + Path.of("../town/accounts.yaml").toAbsolutePath(),
                        "--OIDC_CLIENT_SECRET=secret",
                        "--oidc-provider.key-file=" + key);
    }

    @Test
    void aTokenSaysWhoTheAccountIsAndWhatItMayDo() throws Exception {
        Jwt lead = tokenOf("lead-tieshan");
        assertThat(lead.getSubject()).isEqualTo("lead-tieshan");
        assertThat(lead.getAudience()).containsExactly("twingrid");
        assertThat(lead.getIssuer()).hasToString(ISSUER);
        assertThat(lead.getClaimAsStringList("roles")).containsExactly("community-lead");
        assertThat(lead.getClaimAsStringList("areas")).containsExactly("tieshan");
        assertThat(lead.hasClaim("department")).isFalse();
    }

    @Test
    void anOfficersTokenNamesTheDepartment() throws Exception {
        Jwt officer = tokenOf("officer-power");
        assertThat(officer.getClaimAsStringList("roles")).containsExactly("department-officer");
        assertThat(officer.getClaimAsString("department")).isEqualTo("power");
        assertThat(officer.hasClaim("areas")).isFalse();
    }

    @Test
    void everyShippedAccountGetsAToken() throws Exception {
        for (String account : List.of(
                "observer-1", "observer-20", "grid-shenqing", "lead-shangtouting", "coordinator", "points", "admin")) {
            assertThat(tokenOf(account).getSubject()).isEqualTo(account);
        }
    }

    @Test
    void aWrongPasswordIsA401AndNoToken() throws Exception {
        assertRefused(askForToken("observer-1", "wrong"));
    }

    @Test
    void anUnknownAccountIsAnsweredLikeAWrongPassword() throws Exception {
        assertRefused(askForToken("nobody", "demo"));
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_client\"}");
    }

    @Test
    void theMetadataTellsWhereTokensAndKeysAre() throws Exception {
        Map<String, Object> metadata =
                JSONObjectUtils.parse(get("/.well-known/openid-configuration").body());
        assertThat(metadata)
                .containsEntry("issuer", ISSUER)
                .containsEntry("token_endpoint", ISSUER + "/oauth2/token")
                .containsEntry("jwks_uri", ISSUER + "/oauth2/jwks");
    }

    @Test
    void theKeySurvivesARestartAndItsPrivateHalfStaysHome() throws Exception {
        JWKSet before = keys(provider);
        assertThat(before.getKeys()).singleElement().satisfies(key -> assertThat(key.isPrivate())
                .isFalse());
        try (ConfigurableApplicationContext again = start(folder.resolve("key.json"))) {
            assertThat(keys(again).getKeys()).isEqualTo(before.getKeys());
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve("key.json"))).hasSize(2);
    }

    private static Jwt tokenOf(String account) throws Exception {
        HttpResponse<String> answer = askForToken(account, "demo");
        assertThat(answer.statusCode()).isEqualTo(200);
        String token = String.valueOf(JSONObjectUtils.parse(answer.body()).get("access_token"));
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(address(provider) + "/oauth2/jwks")
                .build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(ISSUER));
        return ((JwtDecoder) decoder).decode(token);
    }

    private static HttpResponse<String> askForToken(String account, String password)
            throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((account + ":" + password).getBytes(UTF_8));
        return http.send(
                HttpRequest.newBuilder(URI.create(address(provider) + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address(provider) + path)).build(), BodyHandlers.ofString());
    }

    private static JWKSet keys(ConfigurableApplicationContext of) throws IOException, ParseException {
        return JWKSet.load(URI.create(address(of) + "/oauth2/jwks").toURL());
    }

    private static String address(ConfigurableApplicationContext of) {
        return "http://127.0.0.1:" + of.getEnvironment().getProperty("local.server.port");
    }
}
