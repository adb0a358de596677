package io.twingrid.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.notification.Receiver.Call;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks and robots over HTTP: who may register them, what they are sent, what is seen of it. */
@ExtendWith(TownExtension.class)
class WebhooksTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);
    private static final Town.Person ADMIN = new Town.Person("admin", List.of("admin"), List.of(), null);

    private final Town town;
    private final Receiver receiver = Receiver.start();
    private final String community = Town.unique("c");
    private final Town.Person lead = Town.lead(community);

    WebhooksTest(Town town) {
        this.town = town;
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void aWebhookIsSentSignedCloudEventsOnceForEachFactHoweverOftenItComes() throws Exception {
        String webhook = created(lead, wish("CLOUDEVENTS"));
        String report = town.routed(community, "observer-1");
        receiver.await(1);
        Fact verified = Town.example(Town.TRIAGE, "report-verified", report);
        town.reports().send(verified);
        town.reports().send(verified);
        town.reports().send(Town.example(Town.TRIAGE, "report-resolved", report));

        Call call = receiver.await(2).getFirst();

        JsonNode event = JSON.readTree(call.text());
        assertThat(call.header("Content-type")).isEqualTo("application/cloudevents+json");
        assertThat(event.path("specversion").asString()).isEqualTo("1.0");
        assertThat(event.path("subject").asString()).isEqualTo("community:" + community + ":community-lead");
        assertThat(event.path("data").path("type").asString()).isEqualTo("routed");
        assertThat(event.path("data").path("reportId").asString()).isEqualTo(report);
        assertThat(call.header("Webhook-id")).isEqualTo(event.path("id").asString());
        assertThat(call.header("Webhook-signature")).isEqualTo("v1," + hmac(call));
        Awaitility.await()
                .atMost(Town.PATIENCE)
                .until(() -> deliveries("?status=DELIVERED&target=" + webhook).size() >= 2);
        assertThat(receiver.calls().stream().map(one -> one.header("Webhook-id")))
                .doesNotHaveDuplicates();
        assertThat(deliveries("?target=" + webhook)).isNotEmpty().allSatisfy(delivery -> assertThat(
                        delivery.path("attempts").path(0).path("detail").asString())
                .isEqualTo("HTTP 200"));
        assertThat(deliveries("?notice=" + event.path("id").asString() + "&kind=CLOUDEVENTS"))
                .hasSize(1);
    }

    @Test
    void aRobotThatSaysNoInItsBodyIsTriedAgainAndThenPausedWithANoticeToTheAdmin() {
        receiver.answers(200, "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}");
        String robot = created(lead, wish("WECOM", Map.of("name", Town.unique("robot"))));

        town.routed(community, "observer-1");

        Awaitility.await()
                .atMost(Town.PATIENCE)
                .until(() -> find(lead, robot).path("state").asString().equals("PAUSED"));
        assertThat(find(lead, robot).path("pausedFor").asString()).isEqualTo("errcode 93000");
        JsonNode delivery = deliveries("?target=" + robot).getFirst();
        assertThat(delivery.path("status").asString()).isEqualTo("WAITING");
        assertThat(delivery.path("attempts")).hasSizeGreaterThan(1);
        assertThat(town.inbox(ADMIN))
                .filteredOn(notice -> notice.path("link").asString().endsWith(robot))
                .hasSize(1);

        receiver.answers(200, "{\"errcode\":0}");
        town.as(lead)
                .post()
                .uri("/api/webhooks/{id}/resume", robot)
                .exchange()
                .expectStatus()
                .isOk();

        Awaitility.await()
                .atMost(Town.PATIENCE)
                .until(() -> deliveries("?status=DELIVERED&target=" + robot).size() == 1);
    }

    @Test
    void aFilterOfFactsIsKept() {
        created(lead, wish("FEISHU", Map.of("facts", List.of("verified"), "language", "EN")));
        String report = town.routed(community, "observer-1");
        town.reports().send(Town.example(Town.TRIAGE, "report-verified", report));

        assertThat(receiver.await(1).getFirst().text()).contains("Verified", "en_us");
        assertThat(receiver.calls()).hasSize(1);
    }

    @Test
    void secretsAreNeverReadBackAndStayWhereTheyAreLeftOut() {
        String id = created(lead, wish("CLOUDEVENTS"));
        Map<String, Object> change = new HashMap<>(wish("CLOUDEVENTS", Map.of("name", "renamed")));
        change.remove("url");
        change.remove("secret");

        JsonNode changed = Town.json(town.as(lead)
                .put()
                .uri("/api/webhooks/{id}", id)
                .bodyValue(change)
                .exchange()
                .expectStatus()
                .isOk());

        assertThat(changed.path("name").asString()).isEqualTo("renamed");
        assertThat(changed.path("host").asString()).isEqualTo("127.0.0.1");
        assertThat(changed.toString()).doesNotContain("whsec", "/hook");
        town.routed(community, "observer-1");
        assertThat(receiver.await(1).getFirst().header("Webhook-signature")).startsWith("v1,");
    }

    @Test
    void aLeadManagesHisCommunitysAndSeesNoOthers() {
        String mine = created(lead, wish("WECOM"));
        Town.Person neighbour = Town.lead(Town.unique("c"));
        String both = created(
                ADMIN,
                wish(
                        "WECOM",
                        Map.of(
                                "audiences",
                                List.of(
                                        "community:" + community + ":community-lead",
                                        "community:elsewhere:community-lead"))));

        assertThat(ids(lead)).containsExactly(mine);
        assertThat(ids(neighbour)).isEmpty();
        for (String id : List.of(mine, both)) {
            town.as(neighbour)
                    .get()
                    .uri("/api/webhooks/{id}", id)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
            town.as(neighbour)
                    .delete()
                    .uri("/api/webhooks/{id}", id)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        town.as(lead)
                .delete()
                .uri("/api/webhooks/{id}", both)
                .exchange()
                .expectStatus()
                .isNotFound();
        create(neighbour, wish("WECOM")).expectStatus().isForbidden();
        create(Town.gridWorker(community), wish("WECOM")).expectStatus().isForbidden();
        town.as(lead).get().uri("/api/deliveries").exchange().expectStatus().isForbidden();
        town.as(lead)
                .delete()
                .uri("/api/webhooks/{id}", mine)
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(ids(lead)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url|https://10.0.0.8/hook",
                "url|https://169.254.169.254/",
                "url|http://1.1.1.1/hook",
                "url|not a url",
                "secret|whsec_short",
                "name|''",
                "kind|PUSH",
                "kind|EMAIL",
                "kind|PIGEON",
                "audiences|nobody"
            })
    void aFieldThatCannotBeIsNamed(String field, String value) {
        Object bad = "audiences".equals(field) ? List.of(value) : value;

        String named = Town.json(create(ADMIN, wish("CLOUDEVENTS", Map.of(field, bad)))
                        .expectStatus()
                        .isBadRequest())
                .path("errors")
                .path(0)
                .path("field")
                .asString();

        assertThat(named).startsWith(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/webhooks", "/api/deliveries", "/api/push-subscriptions"})
    void aTokenIsNeeded(String path) {
        town.service().client().get().uri(path).exchange().expectStatus().isUnauthorized();
    }

    private Map<String, Object> wish(String kind) {
        return wish(kind, Map.of());
    }

    private Map<String, Object> wish(String kind, Map<String, Object> other) {
        Map<String, Object> wish = new HashMap<>(Map.of(
                "kind",
                kind,
                "name",
                "desk",
                "url",
                receiver.url("/hook?key=k"),
                "audiences",
                List.of("community:" + community + ":community-lead")));
        if ("CLOUDEVENTS".equals(kind)) {
            wish.put("secret", SECRET);
        }
        wish.putAll(other);
        return wish;
    }

    private ResponseSpec create(Town.Person person, Map<String, Object> wish) {
        return town.as(person).post().uri("/api/webhooks").bodyValue(wish).exchange();
    }

    private String created(Town.Person person, Map<String, Object> wish) {
        return Town.json(create(person, wish).expectStatus().isCreated())
                .path("id")
                .asString();
    }

    private JsonNode find(Town.Person person, String id) {
        return Town.json(town.as(person).get().uri("/api/webhooks/{id}", id).exchange());
    }

    private List<String> ids(Town.Person person) {
        return Town.json(town.as(person).get().uri("/api/webhooks").exchange())
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private List<JsonNode> deliveries(String query) {
        return Town.json(town.as(ADMIN)
                        .get()
                        .uri("/api/deliveries" + query)
                        .exchange()
                        .expectStatus()
                        .isOk())
                .path("items")
                .valueStream()
                .toList();
    }

    private static String hmac(Call call) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        mac.update((call.header("Webhook-id") + "." + call.header("Webhook-timestamp") + ".").getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(mac.doFinal(call.body()));
    }
}
