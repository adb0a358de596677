package io.twingrid.intake;

import static io.twingrid.intake.OtherCity.expectError;
import static io.twingrid.intake.OtherCity.texts;
import static io.twingrid.intake.OtherCity.with;
import static io.twingrid.intake.OtherCity.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.intake.photo.Pictures;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.MultiValueMap;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;

/** GeoReport v2 by the list of tests that belongs to it. */
class Open311Test {
    private static final String BASE = "/open311/v2/";

    @Nullable
    static Intake intake;

    @Nullable
    static OtherCity city;

    @BeforeAll
    static void start() {
        intake = Intake.start();
        city = new OtherCity(intake, newKey("xiamen", 10_000));
    }

    @AfterAll
    static void stop() {
        intake().close();
    }

    @Test
    void discoverySaysTheSameInBothFormats() throws Exception {
        JsonNode json = city().json("discovery.json");
        Document xml = city().xml("discovery.xml");
        assertThat(texts(xml, "specification")).containsExactly("http://wiki.open311.org/GeoReport_v2");
        assertThat(texts(xml, "format"))
                .containsExactlyElementsOf(json.required("endpoints").get(0).required("formats").values().stream()
                        .map(JsonNode::asString)
                        .toList());
        for (String field : List.of("changeset", "contact", "key_service")) {
            assertThat(texts(xml, field).getFirst())
                    .isEqualTo(json.required(field).asString());
        }
    }

    @Test
    void everyServiceIsInBothFormatsAndHasADefinition() throws Exception {
        List<String> codes = city().json("services.json").values().stream()
                .map(service -> service.required("service_code").asString())
                .toList();
        assertThat(texts(city().xml("services.xml"), "service_code"))
                .isEqualTo(codes)
                .hasSizeGreaterThan(10);
        for (String code : codes) {
            assertThat(city().json("services/" + code + ".json")
                            .required("attributes")
                            .isArray())
                    .isTrue();
        }
        JsonNode cover =
                city().json("services/01003.json").required("attributes").get(0);
        assertThat(cover.required("datatype").asString()).isEqualTo("singlevaluelist");
        assertThat(cover.required("required").asBoolean()).isTrue();
        assertThat(cover.required("order").asInt()).isEqualTo(1);
        assertThat(texts(city().xml("services/01003.xml"), "key")).containsExactly("missing", "broken", "noisy");
        expectError(city().get("services/77777.xml"), 404, "service_code");
    }

    @Test
    void aWrongJurisdictionIsNotFoundAndAMissingOneIsSaidWhereItIsNeeded() {
        expectError(city().get("services.xml?jurisdiction_id=atlantis"), 404, "jurisdiction_id");
        city().get("services.xml?jurisdiction_id=guankou").expectStatus().isOk();
        city().get("services.xml?jurisdiction_id=").expectStatus().isOk();
        try (Intake strict = Intake.start("intake.open311.jurisdiction-required=true")) {
            expectError(strict.anybody().get().uri(BASE + "services.json").exchange(), 400, "jurisdiction_id");
        }
    }

    @Test
    void whatIsWrongWithAPostIsSaidInTheFormatAskedFor() {
        for (String format : List.of("xml", "json")) {
            expectError(city().post(format, without(city().good(), "api_key")), 403, "api_key");
            expectError(city().post(format, with(city().good(), "api_key", "guessed")), 403, "api_key");
            expectError(city().post(format, with(city().good(), "service_code", "77777")), 404, "service_code");
            expectError(city().post(format, without(city().good(), "service_code")), 400, "service_code");
            expectError(city().post(format, without(without(city().good(), "lat"), "long")), 400, "no location");
            expectError(city().post(format, without(city().good(), "long")), 400, "long");
            expectError(city().post(format, with(city().good(), "lat", "north")), 400, "lat");
            expectError(city().post(format, with(city().good(), "service_code", "01003")), 400, "attribute[cover]");
            MultiValueMap<String, String> gone = with(city().good(), "service_code", "01003");
            expectError(city().post(format, with(gone, "attribute[cover]", "gone")), 400, "attribute[cover]");
            expectError(city().post(format, with(city().good(), "description", "x".repeat(4001))), 400, "description");
        }
        city().id(with(city().good(), "description", "x".repeat(4000)));
        city().id(with(with(city().good(), "service_code", "01003"), "attribute[cover][]", "missing"));
        city().id(with(without(without(city().good(), "lat"), "long"), "address_string", "铁山路 12 号"));
    }

    @Test
    void wordsComeBackAsTheyWereInBothFormats() throws Exception {
        String words = "路灯不亮 <b>very</b> dark & \"wet\" 😀 \u0001";
        String id = city().id(with(city().good(), "description", words));
        assertThat(city().json("requests/" + id + ".json")
                        .get(0)
                        .required("description")
                        .asString())
                .isEqualTo(words);
        assertThat(texts(city().xml("requests/" + id + ".xml"), "description"))
                .containsExactly(words.replace("\u0001", ""));
        assertThat(city().json("tokens/" + id + ".json")
                        .get(0)
                        .required("service_request_id")
                        .asString())
                .isEqualTo(id);
        JsonNode record = city().json("requests/" + id + ".json").get(0);
        for (String time : List.of("requested_datetime", "updated_datetime")) {
            assertThat(record.required(time).asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        }
        expectError(city().get("requests/" + UUID.randomUUID() + ".xml"), 404, "report");
        expectError(city().get("tokens/nothing.json"), 404, "report");
    }

    @Test
    void listsAreFilteredOrderedAndBounded() throws Exception {
        String first = city().id(with(city().good(), "service_code", "06013"));
        String second = city().id(with(city().good(), "service_code", "06010"));
        assertThat(city().ids("requests.json?service_request_id=" + second + "," + first
                        + "&status=closed&service_code=1"))
                .containsExactly(second, first);
        assertThat(city().ids("requests.json?service_code=06013"))
                .contains(first)
                .doesNotContain(second);
        assertThat(texts(city().xml("requests.xml?service_code=06013,06010&status=open"), "service_request_id"))
                .contains(first, second);
        assertThat(city().ids("requests.json?status=closed")).doesNotContain(first, second);
        assertThat(city().ids("requests.json?page=1&page_size=1")).hasSize(1);
        assertThat(city().ids("requests.json?page=2&page_size=1"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(city().ids("requests.json?page=1&page_size=1"));
        assertThat(city().ids("requests.json?start_date=2026-01-01T00:00:00%2B08:00&end_date=2026-02-01T00:00:00Z"))
                .isEmpty();
        expectError(
                city().get("requests.xml?start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z"),
                400,
                "90 days");
        expectError(city().get("requests.xml?start_date=yesterday"), 400, "start_date");
        expectError(city().get("requests.xml?status=perhaps"), 400, "status");
        expectError(city().get("requests.xml?page_size=1001"), 400, "page_size");
    }

    @Test
    void aClosedRequestWasUpdatedWhenItWasClosedAndItsStepsAreInTheFeed() throws Exception {
        String id = city().id(city().good());
        for (String step : List.of("routed", "resolved", "closed")) {
            intake().happens("triage-service", step, id);
        }
        JsonNode report = intake().awaitStatus(id, "closed");
        String resolvedAt = report.required("timeline").values().stream()
                .filter(step -> step.required("type").asString().equals("resolved"))
                .map(step -> step.required("at").asString())
                .findFirst()
                .orElseThrow();
        JsonNode request = city().json("requests/" + id + ".json").get(0);
        assertThat(request.required("status").asString()).isEqualTo("closed");
        assertThat(Instant.parse(request.required("updated_datetime").asString()))
                .isEqualTo(Instant.parse(resolvedAt).truncatedTo(ChronoUnit.SECONDS));
        assertThat(request.required("expected_datetime").asString()).isNotEmpty();

        String window = Intake.window();
        List<JsonNode> updates = city().json("servicerequestupdates.json?" + window).values().stream()
                .filter(update ->
                        update.required("service_request_id").asString().equals(id))
                .toList();
        assertThat(updates)
                .extracting(update -> update.required("status").asString())
                .containsExactly("for_triage", "fixed", "closed");
        assertThat(texts(city().xml("servicerequestupdates.xml?" + window), "update_id"))
                .contains(id + "-1", id + "-2", id + "-3");
    }

    @Test
    void whatIsSentAgainIsTheSameRequestAndTheSameUpdate() {
        MultiValueMap<String, String> report = with(city().good(), "attribute[fixmystreet_id]", "4711");
        String id = city().id(report);
        assertThat(city().id(report)).isEqualTo(id);
        assertThat(city().id(with(report, "description", "mended words"))).isEqualTo(id);

        intake().happens("triage-service", "resolved", id);
        intake().awaitStatus(id, "resolved");
        for (int i = 0; i < 2; i++) {
            JsonNode answer = Intake.json(city().form("servicerequestupdates.json", city().update(id, "u1", "OPEN"))
                    .expectStatus()
                    .isOk());
            assertThat(answer.get(0).required("update_id").asString()).isEqualTo("u1");
        }
        intake().facts().awaitOne("io.twingrid.report.feedback-given.v1", id);
        intake().awaitReport(id, there -> there.has("feedback"));
        assertThat(intake().facts().all(id))
                .filteredOn(fact -> fact.type().contains("feedback"))
                .hasSize(1);
        expectError(
                city().form(
                                "servicerequestupdates.xml",
                                city().update(UUID.randomUUID().toString(), "u2", "OPEN")),
                404,
                "report");
        expectError(
                city().form("servicerequestupdates.xml", without(city().update(id, "u", "OPEN"), "update_id")),
                400,
                "update_id");
        expectError(
                city().form("servicerequestupdates.xml", without(city().update(id, "u", "OPEN"), "api_key")),
                403,
                "api_key");
    }

    @Test
    void nothingPrivateIsInAnyListTokenOrFeed() {
        String id = city().id(with(city().good(), "service_code", "09999"));
        intake().happens("triage-service", "routed", id);
        intake().awaitStatus(id, "routed");
        assertThat(city().ids("requests.json")).doesNotContain(id);
        assertThat(city().ids("requests.json?service_request_id=" + id)).isEmpty();
        expectError(city().get("requests/" + id + ".xml"), 404, "report");
        expectError(city().get("tokens/" + id + ".json"), 404, "report");
        assertThat(city().json("servicerequestupdates.json?" + Intake.window()).toString())
                .doesNotContain(id);
    }

    @Test
    void aFormMayCarryPhotos() {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        city().good().forEach((name, values) -> values.forEach(value -> form.part(name, value)));
        form.part("photo1", new ByteArrayResource(Pictures.of("jpeg", 51, 300, 200)) {
            @Override
            public String getFilename() {
                return "photo.jpg";
            }
        });
        String id = Intake.json(intake().anybody()
                        .post()
                        .uri(BASE + "requests.json")
                        .bodyValue(form.build())
                        .exchange()
                        .expectStatus()
                        .isOk())
                .get(0)
                .required("service_request_id")
                .asString();
        intake().awaitReport(id, there -> true);
        String url = city().json("requests/" + id + ".json")
                .get(0)
                .required("media_url")
                .asString();
        intake().anybody()
                .get()
                .uri(url.substring(url.indexOf("/api/")))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void everyFailureOfAPathIsInItsFormat() {
        expectError(city().get("nothing.xml"), 404, "discovery");
        expectError(city().get("nothing.json"), 404, "discovery");
        expectError(city().get("requests.txt"), 404, "suffix");
        expectError(city().method(HttpMethod.DELETE, "requests.json"), 405, "DELETE");
        expectError(city().method(HttpMethod.PUT, "services.xml"), 405, "PUT");
        for (String format : List.of("xml", "json")) {
            expectError(
                    intake().anybody()
                            .post()
                            .uri(BASE + "requests." + format)
                            .contentType(MediaType.APPLICATION_JSON)
                            .bodyValue("{}")
                            .exchange(),
                    415,
                    "multipart/form-data");
            expectError(city().post(format, with(city().good(), "description", "x".repeat(400_000))), 413, "too large");
        }
        String slow = newKey("slow", 1);
        city().id(with(city().good(), "api_key", slow));
        WebTestClient.ResponseSpec tooMany = city().post("xml", with(city().good(), "api_key", slow));
        tooMany.expectHeader().exists("Retry-After");
        expectError(tooMany, 429, "Too many");
    }

    @Test
    void aKeyIsShownOnceCanBeRevokedAndIsTheAdminsAffair() {
        String revoked = newKey("revoked", 100);
        city().id(with(city().good(), "api_key", revoked));
        String clients = "/api/report-clients";
        assertThat(intake().read(intake().admin(), clients).toString())
                .contains("revoked")
                .doesNotContain(revoked);
        intake().admin()
                .delete()
                .uri(clients + "/revoked")
                .exchange()
                .expectStatus()
                .isNoContent();
        expectError(city().post("xml", with(city().good(), "api_key", revoked)), 403, "revoked");

        intake().admin()
                .delete()
                .uri(clients + "/nobody")
                .exchange()
                .expectStatus()
                .isNotFound();
        intake().post(intake().admin(), clients, Map.of("name", "revoked"))
                .expectStatus()
                .isEqualTo(409);
        Intake.expectProblem(intake().post(intake().admin(), clients, Map.of("name", "B A D")), 400, "name");
        intake().post(intake().observer("observer-1"), clients, Map.of("name", "mine"))
                .expectStatus()
                .isForbidden();
        intake().anybody().get().uri(clients).exchange().expectStatus().isUnauthorized();
    }

    private static String newKey(String name, int perMinute) {
        return Intake.json(intake().post(
                                intake().admin(), "/api/report-clients", Map.of("name", name, "perMinute", perMinute))
                        .expectStatus()
                        .isCreated())
                .required("key")
                .asString();
    }

    private static Intake intake() {
        return Objects.requireNonNull(intake);
    }

    private static OtherCity city() {
        return Objects.requireNonNull(city);
    }
}
