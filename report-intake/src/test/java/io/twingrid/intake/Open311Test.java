package io.twingrid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.intake.photo.Pictures;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/** GeoReport v2 by the list of tests that belongs to it. */
class Open311Test {
    private static final String BASE = "/open311/v2/";

    @Nullable
    static Intake intake;

    static String key = "";

    @BeforeAll
    static void start() {
        intake = Intake.start();
        key = newKey("xiamen", 10_000);
    }

    @AfterAll
    static void stop() {
        intake().close();
    }

    @Test
    void discoverySaysTheSameInBothFormats() throws Exception {
        JsonNode json = json("discovery.json");
        Document xml = xml("discovery.xml");
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
        List<String> codes = json("services.json").values().stream()
                .map(service -> service.required("service_code").asString())
                .toList();
        assertThat(texts(xml("services.xml"), "service_code")).isEqualTo(codes).hasSizeGreaterThan(10);
        for (String code : codes) {
            assertThat(json("services/" + code + ".json").required("attributes").isArray())
                    .isTrue();
        }
        JsonNode cover = json("services/01003.json").required("attributes").get(0);
        assertThat(cover.required("datatype").asString()).isEqualTo("singlevaluelist");
        assertThat(cover.required("required").asBoolean()).isTrue();
        assertThat(cover.required("order").asInt()).isEqualTo(1);
        assertThat(texts(xml("services/01003.xml"), "key")).containsExactly("missing", "broken", "noisy");
        expectError(get("services/77777.xml"), 404, "service_code");
    }

    @Test
    void aWrongJurisdictionIsNotFoundAndAMissingOneIsSaidWhereItIsNeeded() {
        expectError(get("services.xml?jurisdiction_id=atlantis"), 404, "jurisdiction_id");
        get("services.xml?jurisdiction_id=guankou").expectStatus().isOk();
        get("services.xml?jurisdiction_id=").expectStatus().isOk();
        try (Intake strict = Intake.start("intake.open311.jurisdiction-required=true")) {
            expectError(strict.anybody().get().uri(BASE + "services.json").exchange(), 400, "jurisdiction_id");
        }
    }

    @Test
    void whatIsWrongWithAPostIsSaidInTheFormatAskedFor() {
        for (String format : List.of("xml", "json")) {
            expectError(post(format, without(good(), "api_key")), 403, "api_key");
            expectError(post(format, with(good(), "api_key", "guessed")), 403, "api_key");
            expectError(post(format, with(good(), "service_code", "77777")), 404, "service_code");
            expectError(post(format, without(good(), "service_code")), 400, "service_code");
            expectError(post(format, without(without(good(), "lat"), "long")), 400, "no location");
            expectError(post(format, without(good(), "long")), 400, "long");
            expectError(post(format, with(good(), "lat", "north")), 400, "lat");
            expectError(post(format, with(good(), "service_code", "01003")), 400, "attribute[cover]");
            MultiValueMap<String, String> gone = with(good(), "service_code", "01003");
            expectError(post(format, with(gone, "attribute[cover]", "gone")), 400, "attribute[cover]");
            expectError(post(format, with(good(), "description", "x".repeat(4001))), 400, "description");
        }
        id(with(good(), "description", "x".repeat(4000)));
        id(with(with(good(), "service_code", "01003"), "attribute[cover][]", "missing"));
        id(with(without(without(good(), "lat"), "long"), "address_string", "铁山路 12 号"));
    }

    @Test
    void wordsComeBackAsTheyWereInBothFormats() throws Exception {
        String words = "路灯不亮 <b>very</b> dark & \"wet\" 😀 \u0001";
        String id = id(with(good(), "description", words));
        assertThat(json("requests/" + id + ".json")
                        .get(0)
                        .required("description")
                        .asString())
                .isEqualTo(words);
        assertThat(texts(xml("requests/" + id + ".xml"), "description")).containsExactly(words.replace("\u0001", ""));
        assertThat(json("tokens/" + id + ".json")
                        .get(0)
                        .required("service_request_id")
                        .asString())
                .isEqualTo(id);
        JsonNode record = json("requests/" + id + ".json").get(0);
        for (String time : List.of("requested_datetime", "updated_datetime")) {
            assertThat(record.required(time).asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        }
        expectError(get("requests/" + UUID.randomUUID() + ".xml"), 404, "report");
        expectError(get("tokens/nothing.json"), 404, "report");
    }

    @Test
    void listsAreFilteredOrderedAndBounded() throws Exception {
        String first = id(with(good(), "service_code", "06013"));
        String second = id(with(good(), "service_code", "06010"));
        assertThat(ids("requests.json?service_request_id=" + second + "," + first + "&status=closed&service_code=1"))
                .containsExactly(second, first);
        assertThat(ids("requests.json?service_code=06013")).contains(first).doesNotContain(second);
        assertThat(texts(xml("requests.xml?service_code=06013,06010&status=open"), "service_request_id"))
                .contains(first, second);
        assertThat(ids("requests.json?status=closed")).doesNotContain(first, second);
        assertThat(ids("requests.json?page=1&page_size=1")).hasSize(1);
        assertThat(ids("requests.json?page=2&page_size=1"))
                .hasSize(1)
                .doesNotContainAnyElementsOf(ids("requests.json?page=1&page_size=1"));
        assertThat(ids("requests.json?start_date=2026-01-01T00:00:00%2B08:00&end_date=2026-02-01T00:00:00Z"))
                .isEmpty();
        expectError(get("requests.xml?start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z"), 400, "90 days");
        expectError(get("requests.xml?start_date=yesterday"), 400, "start_date");
        expectError(get("requests.xml?status=perhaps"), 400, "status");
        expectError(get("requests.xml?page_size=1001"), 400, "page_size");
    }

    @Test
    void aClosedRequestWasUpdatedWhenItWasClosedAndItsStepsAreInTheFeed() throws Exception {
        String id = id(good());
        for (String step : List.of("routed", "resolved", "closed")) {
            intake().happens("triage-service", step, id);
        }
        JsonNode report = intake().awaitStatus(id, "closed");
        String resolvedAt = report.required("timeline").values().stream()
                .filter(step -> step.required("type").asString().equals("resolved"))
                .map(step -> step.required("at").asString())
                .findFirst()
                .orElseThrow();
        JsonNode request = json("requests/" + id + ".json").get(0);
        assertThat(request.required("status").asString()).isEqualTo("closed");
        assertThat(Instant.parse(request.required("updated_datetime").asString()))
                .isEqualTo(Instant.parse(resolvedAt).truncatedTo(ChronoUnit.SECONDS));
        assertThat(request.required("expected_datetime").asString()).isNotEmpty();

        String window = "start_date=2026-11-01T00:00:00Z&end_date=2026-12-31T00:00:00Z";
        List<JsonNode> updates = json("servicerequestupdates.json?" + window).values().stream()
                .filter(update ->
                        update.required("service_request_id").asString().equals(id))
                .toList();
        assertThat(updates)
                .extracting(update -> update.required("status").asString())
                .containsExactly("for_triage", "fixed", "closed");
        assertThat(texts(xml("servicerequestupdates.xml?" + window), "update_id"))
                .contains(id + "-1", id + "-2", id + "-3");
    }

    @Test
    void whatIsSentAgainIsTheSameRequestAndTheSameUpdate() {
        MultiValueMap<String, String> report = with(good(), "attribute[fixmystreet_id]", "4711");
        String id = id(report);
        assertThat(id(report)).isEqualTo(id);
        assertThat(id(with(report, "description", "mended words"))).isEqualTo(id);

        intake().happens("triage-service", "resolved", id);
        intake().awaitStatus(id, "resolved");
        for (int i = 0; i < 2; i++) {
            JsonNode answer = Intake.json(form("servicerequestupdates.json", update(id, "u1", "OPEN"))
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
                form("servicerequestupdates.xml", update(UUID.randomUUID().toString(), "u2", "OPEN")), 404, "report");
        expectError(form("servicerequestupdates.xml", without(update(id, "u", "OPEN"), "update_id")), 400, "update_id");
        expectError(form("servicerequestupdates.xml", without(update(id, "u", "OPEN"), "api_key")), 403, "api_key");
    }

    @Test
    void nothingPrivateIsInAnyListTokenOrFeed() {
        String id = id(with(good(), "service_code", "09999"));
        intake().happens("triage-service", "routed", id);
        intake().awaitStatus(id, "routed");
        assertThat(ids("requests.json")).doesNotContain(id);
        assertThat(ids("requests.json?service_request_id=" + id)).isEmpty();
        expectError(get("requests/" + id + ".xml"), 404, "report");
        expectError(get("tokens/" + id + ".json"), 404, "report");
        assertThat(json("servicerequestupdates.json?start_date=2026-11-01T00:00:00Z&end_date=2026-12-31T00:00:00Z")
                        .toString())
                .doesNotContain(id);
    }

    @Test
    void aFormMayCarryPhotos() {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        good().forEach((name, values) -> values.forEach(value -> form.part(name, value)));
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
        String url =
                json("requests/" + id + ".json").get(0).required("media_url").asString();
        intake().anybody()
                .get()
                .uri(url.substring(url.indexOf("/api/")))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void everyFailureOfAPathIsInItsFormat() {
        expectError(get("nothing.xml"), 404, "discovery");
        expectError(get("nothing.json"), 404, "discovery");
        expectError(get("requests.txt"), 404, "suffix");
        expectError(method(HttpMethod.DELETE, "requests.json"), 405, "DELETE");
        expectError(method(HttpMethod.PUT, "services.xml"), 405, "PUT");
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
            expectError(post(format, with(good(), "description", "x".repeat(400_000))), 413, "too large");
        }
        String slow = newKey("slow", 1);
        id(with(good(), "api_key", slow));
        WebTestClient.ResponseSpec tooMany = post("xml", with(good(), "api_key", slow));
        tooMany.expectHeader().exists("Retry-After");
        expectError(tooMany, 429, "Too many");
    }

    @Test
    void aKeyIsShownOnceCanBeRevokedAndIsTheAdminsAffair() {
        String revoked = newKey("revoked", 100);
        id(with(good(), "api_key", revoked));
        String clients = "/api/reports/clients";
        assertThat(intake().read(intake().admin(), clients).toString())
                .contains("revoked")
                .doesNotContain(revoked);
        intake().admin()
                .delete()
                .uri(clients + "/revoked")
                .exchange()
                .expectStatus()
                .isNoContent();
        expectError(post("xml", with(good(), "api_key", revoked)), 403, "revoked");

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

    private static MultiValueMap<String, String> good() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("api_key", key);
        form.add("service_code", "01037");
        form.add("lat", "24.611");
        form.add("long", "118.004");
        form.add("description", "dark\r\n\r\nvery dark");
        form.add("first_name", "Ada");
        form.add("email", "ada@example.org");
        return form;
    }

    private static MultiValueMap<String, String> update(String id, String updateId, String status) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("api_key", key);
        form.add("service_request_id", id);
        form.add("update_id", updateId);
        form.add("status", status);
        form.add("description", "still dark");
        form.add("updated_datetime", "2026-11-22T16:30:00+08:00");
        return form;
    }

    private static MultiValueMap<String, String> with(MultiValueMap<String, String> form, String name, String value) {
        MultiValueMap<String, String> changed = new LinkedMultiValueMap<>(form);
        changed.set(name, value);
        return changed;
    }

    private static MultiValueMap<String, String> without(MultiValueMap<String, String> form, String name) {
        MultiValueMap<String, String> changed = new LinkedMultiValueMap<>(form);
        changed.remove(name);
        return changed;
    }

    /** Posts, waits until it can be read, and answers the id. */
    private static String id(MultiValueMap<String, String> form) {
        String id = Intake.json(post("json", form).expectStatus().isOk())
                .get(0)
                .required("service_request_id")
                .asString();
        intake().awaitReport(id, there -> true);
        return id;
    }

    private static WebTestClient.ResponseSpec post(String format, MultiValueMap<String, String> form) {
        return form("requests." + format, form);
    }

    private static WebTestClient.ResponseSpec form(String path, MultiValueMap<String, String> form) {
        return intake().anybody()
                .post()
                .uri(BASE + path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange();
    }

    private static WebTestClient.ResponseSpec get(String path) {
        return method(HttpMethod.GET, path);
    }

    private static WebTestClient.ResponseSpec method(HttpMethod method, String path) {
        return intake().anybody()
                .method(method)
                .uri(URI.create(intake().service().baseUrl() + BASE + path))
                .exchange();
    }

    private static JsonNode json(String path) {
        return Intake.json(
                get(path).expectStatus().isOk().expectHeader().contentType("application/json;charset=UTF-8"));
    }

    private static List<String> ids(String path) {
        return json(path).values().stream()
                .map(request -> request.required("service_request_id").asString())
                .toList();
    }

    private static Document xml(String path) throws Exception {
        String text = text(get(path).expectStatus().isOk().expectHeader().contentType("text/xml;charset=UTF-8"));
        assertThat(text).startsWith("<?xml").contains("encoding=\"UTF-8\"");
        return parsed(text);
    }

    private static Document parsed(String text) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)));
    }

    private static List<String> texts(Document xml, String element) {
        NodeList nodes = xml.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            assertThat(node.hasAttributes()).isFalse();
            texts.add(node.getTextContent());
        }
        return texts;
    }

    private static void expectError(WebTestClient.ResponseSpec response, int status, String words) {
        String text = text(response.expectStatus().isEqualTo(status));
        if (text.startsWith("<")) {
            assertThat(text).contains("<errors><error><code>" + status + "</code><description>");
        } else {
            assertThat(Intake.JSON.readTree(text).get(0).required("code").asInt())
                    .isEqualTo(status);
        }
        assertThat(text).contains(words);
    }

    private static String text(WebTestClient.ResponseSpec response) {
        return new String(
                Objects.requireNonNull(response.expectBody().returnResult().getResponseBody()), StandardCharsets.UTF_8);
    }

    private static String newKey(String name, int perMinute) {
        return Intake.json(intake().post(
                                intake().admin(), "/api/reports/clients", Map.of("name", name, "perMinute", perMinute))
                        .expectStatus()
                        .isCreated())
                .required("key")
                .asString();
    }

    private static Intake intake() {
        return Objects.requireNonNull(intake);
    }
}
