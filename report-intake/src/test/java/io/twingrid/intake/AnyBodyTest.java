package io.twingrid.intake;

import static io.twingrid.intake.Intake.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** Whatever is sent to whichever operation, what is right and what is not: the answer is never "our fault". */
class AnyBodyTest {
    private static final int TRIES = 15;
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final List<String> OPEN311 = List.of(
            "discovery", "services", "services/01037", "requests", "requests/x", "tokens/x", "servicerequestupdates");
    private static final List<String> FORM = List.of(
            "api_key",
            "service_code",
            "lat",
            "long",
            "address_string",
            "description",
            "attribute[pole]",
            "update_id",
            "service_request_id",
            "status",
            "start_date",
            "end_date",
            "page",
            "page_size",
            "jurisdiction_id");

    // The same bodies every time, so that a build is red only for what was changed; -Dseed=… sends others.
    private final long seed = Long.getLong("seed", 20261122);
    private final Random random = new Random(seed);
    private final Map<String, Integer> statuses = new TreeMap<>();

    @Test
    void noOperationAnswersAnyBodyWithAServersError() {
        try (Intake intake = Intake.start("INTAKE_VIEW_WAIT=20ms")) {
            String report = intake.idOfSubmitted(intake.admin(), body("dark"));
            JsonNode api = intake.read(intake.anybody(), "/v3/api-docs");
            AnyValue values = new AnyValue(random, api);
            for (Map.Entry<String, JsonNode> path : api.required("paths").properties()) {
                for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                    if (METHODS.contains(method.getKey())) {
                        HttpMethod verb = HttpMethod.valueOf(method.getKey().toUpperCase(Locale.ROOT));
                        for (int i = 0; i < TRIES; i++) {
                            send(intake, verb, path.getKey(), method.getValue(), values, report);
                        }
                    }
                }
            }
            assertThat(statuses.keySet())
                    .as("right ones and wrong ones were among them, of seed %d", seed)
                    .contains("POST /api/reports 201", "POST /api/reports 400");
        }
    }

    @Test
    void noFormAndNoQueryOfOpen311IsAnsweredWithAServersError() {
        try (Intake intake = Intake.start("INTAKE_VIEW_WAIT=20ms")) {
            String key = Intake.json(intake.post(
                                    intake.admin(), "/api/report-clients", Map.of("name", "any", "perMinute", 100_000))
                            .expectStatus()
                            .isCreated())
                    .required("key")
                    .asString();
            for (String resource : OPEN311) {
                for (int i = 0; i < TRIES; i++) {
                    String path = "/open311/v2/" + resource + (random.nextBoolean() ? ".xml" : ".json");
                    MultiValueMap<String, String> form = form(key);
                    expectNoFault(get(intake, path, form), "GET " + path, form.toString());
                    expectNoFault(
                            intake.anybody()
                                    .post()
                                    .uri(path)
                                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                    .bodyValue(form)
                                    .exchange(),
                            "POST " + path,
                            form.toString());
                }
            }
        }
    }

    private void send(
            Intake intake, HttpMethod verb, String template, JsonNode operation, AnyValue values, String report) {
        String path = template.replaceAll(
                "\\{[^}]+}", random.nextInt(3) == 0 ? escaped(values.text()) : random.nextBoolean() ? report : "x");
        URI uri = URI.create(intake.service().baseUrl() + path + query(operation, values));
        WebTestClient.RequestBodySpec request = intake.admin().method(verb).uri(uri);
        JsonNode content = operation.at("/requestBody/content");
        String sent = "";
        WebTestClient.ResponseSpec answer;
        if (content.has("application/json")) {
            sent = random.nextInt(8) == 0
                    ? "{\"bro"
                    : values.of(content.required("application/json").required("schema"), 4)
                            .toString();
            answer = request.contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(sent)
                    .exchange();
        } else if (!content.isMissingNode()) {
            byte[] bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);
            answer = request.contentType(MediaType.IMAGE_JPEG).bodyValue(bytes).exchange();
        } else {
            answer = request.exchange();
        }
        expectNoFault(answer, verb + " " + template, uri + " " + sent);
    }

    private String query(JsonNode operation, AnyValue values) {
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.path("parameters").values()) {
            if (parameter.required("in").asString().equals("query") && random.nextInt(3) > 0) {
                JsonNode value = values.of(parameter.required("schema"), 0);
                query.append(query.isEmpty() ? "?" : "&")
                        .append(parameter.required("name").asString())
                        .append('=')
                        .append(escaped(value.isString() ? value.asString() : value.toString()));
            }
        }
        return query.toString();
    }

    private MultiValueMap<String, String> form(String key) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (String field : FORM) {
            if (random.nextInt(3) > 0) {
                form.add(field, AnyValue.TEXTS.get(random.nextInt(AnyValue.TEXTS.size())));
            }
        }
        if (random.nextBoolean()) {
            form.set("api_key", key);
            form.set("service_code", "01037");
            form.set("lat", "24.6");
            form.set("long", "118");
        }
        return form;
    }

    private static WebTestClient.ResponseSpec get(Intake intake, String path, MultiValueMap<String, String> form) {
        List<String> pairs = new ArrayList<>();
        form.forEach((name, texts) -> texts.forEach(text -> pairs.add(escaped(name) + "=" + escaped(text))));
        // A line of a request has its bound, too; what is beyond it never comes to us.
        String query = String.join("&", pairs);
        return intake.anybody()
                .get()
                .uri(URI.create(intake.service().baseUrl() + path + "?"
                        + query.substring(0, Math.min(1000, query.length())).replaceAll("%.?$", "")))
                .exchange();
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text.length() > 200 ? text.substring(0, 200) : text, StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    private void expectNoFault(WebTestClient.ResponseSpec answer, String operation, String sent) {
        int status = answer.expectBody().returnResult().getStatus().value();
        statuses.merge(operation + " " + status, 1, Integer::sum);
        assertThat(status).as("seed %d, %s, %s", seed, operation, sent).isLessThan(500);
    }
}
