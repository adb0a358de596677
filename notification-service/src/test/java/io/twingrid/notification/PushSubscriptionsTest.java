package io.twingrid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import io.twingrid.notification.Receiver.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Web Push: a browser that registered is told with the page closed, and only it can read what. */
@ExtendWith(TownExtension.class)
class PushSubscriptionsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PATH = "/api/push-subscriptions";

    private final Town town;
    private final Receiver service = Receiver.start();
    private final String community = Town.unique("c");
    private final String observer = Town.unique("observer");
    private final Town.Person lead = new Town.Person(
            Town.unique("lead"),
            Town.lead(community).roles(),
            Town.lead(community).areas(),
            null);

    PushSubscriptionsTest(Town town) {
        this.town = town;
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aRegisteredBrowserReadsWhatHappenedAndNobodyElseDoes() throws Exception {
        FakeBrowser browser = new FakeBrowser();
        register(lead, browser.subscription(service.url("/push/1")))
                .expectStatus()
                .isCreated();

        String report = town.routed(community, observer);
        Call call = service.await(1).getFirst();

        String text = browser.decrypted(call.body());
        JsonNode message = JSON.readTree(text);
        assertThat(message.path("type").asString()).isEqualTo("routed");
        assertThat(message.path("reportId").asString()).isEqualTo(report);
        assertThat(message.path("title").asString()).isEqualTo("New report: Street light out");
        assertThat(message.path("count").asInt()).isEqualTo(1);
        assertThat(text).doesNotContain(observer, lead.id(), community);
        assertThat(call.text()).doesNotContain("Street light");
        assertThat(call.header("Content-encoding")).isEqualTo("aes128gcm");
        assertThat(call.header("Ttl")).isEqualTo("86400");
        assertThat(call.header("Urgency")).isIn("normal", "high");
    }

    @Test
    void thePushServiceCanTellWhoSent() throws Exception {
        register(lead, new FakeBrowser().subscription(service.url("/push/1")))
                .expectStatus()
                .isCreated();
        String key = Town.json(town.as(lead).get().uri(PATH + "/key").exchange())
                .path("applicationServerKey")
                .asString();

        town.routed(community, observer);
        String[] authorization =
                service.await(1).getFirst().header("Authorization").split("vapid t=|, k=", -1);

        assertThat(authorization[2]).isEqualTo(key);
        byte[] point = new Base64URL(key).decode();
        ECKey publicKey = new ECKey.Builder(
                        Curve.P_256,
                        Base64URL.encode(Arrays.copyOfRange(point, 1, 33)),
                        Base64URL.encode(Arrays.copyOfRange(point, 33, 65)))
                .build();
        SignedJWT token = SignedJWT.parse(authorization[1]);
        assertThat(token.verify(new ECDSAVerifier(publicKey))).isTrue();
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly(service.url(""));
        assertThat(token.getJWTClaimsSet().getSubject()).startsWith("mailto:");
        assertThat(token.getJWTClaimsSet().getExpirationTime().toInstant())
                .isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(24)));
    }

    @Test
    void aBrowserThatIsGoneIsRemoved() throws Exception {
        service.answers(410, "");
        register(lead, new FakeBrowser().subscription(service.url("/push/1")))
                .expectStatus()
                .isCreated();

        town.routed(community, observer);

        Awaitility.await().atMost(Town.PATIENCE).until(() -> list(lead).isEmpty());
        assertThat(service.calls()).hasSize(1);
    }

    @Test
    void theSameBrowserAgainIsTheSameAndIsTheOwnersAloneToRemove() throws Exception {
        Map<String, Object> subscription = new FakeBrowser().subscription(service.url("/push/1"));
        String id = Town.json(register(lead, subscription)).path("id").asString();
        register(lead, subscription).expectStatus().isCreated();
        Town.Person other = Town.lead(community);

        assertThat(list(lead)).hasSize(1);
        assertThat(list(lead).path(0).propertyNames()).containsExactlyInAnyOrder("id", "name", "language", "at");
        assertThat(list(other)).isEmpty();
        delete(other, id).expectStatus().isNotFound();
        delete(lead, id).expectStatus().isNoContent();
        delete(lead, id).expectStatus().isNotFound();
        assertThat(list(lead)).isEmpty();
    }

    @Test
    void theOldestBrowserGoesWhenThereAreTooMany() throws Exception {
        for (int i = 0; i < 11; i++) {
            register(lead, new FakeBrowser().subscription(service.url("/push/" + i)))
                    .expectStatus()
                    .isCreated();
        }

        assertThat(list(lead)).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({
        "https://10.0.0.1/push, , , endpoint",
        "https://metadata.invalid/push, , , endpoint",
        "not a url, , , endpoint",
        ", AAAA, , keys.p256dh",
        ", , AAAA, keys.auth",
    })
    void whatCannotBeToldIsNotRegistered(String endpoint, String key, String auth, String field) throws Exception {
        Map<?, ?> good = Objects.requireNonNull(
                (Map<?, ?>) new FakeBrowser().subscription("x").get("keys"));
        Map<String, Object> subscription = Map.of(
                "endpoint",
                endpoint == null ? service.url("/push") : endpoint,
                "keys",
                Map.of(
                        "p256dh", key == null ? String.valueOf(good.get("p256dh")) : key,
                        "auth", auth == null ? String.valueOf(good.get("auth")) : auth));

        register(lead, subscription)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    private ResponseSpec register(Town.Person person, Map<String, Object> subscription) {
        return town.as(person).post().uri(PATH).bodyValue(subscription).exchange();
    }

    private ResponseSpec delete(Town.Person person, String id) {
        return town.as(person).delete().uri(PATH + "/{id}", id).exchange();
    }

    private JsonNode list(Town.Person person) {
        return Town.json(town.as(person).get().uri(PATH).exchange()).path("items");
    }
}
