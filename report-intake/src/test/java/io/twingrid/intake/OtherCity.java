package io.twingrid.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/** Another city's software: speaks GeoReport v2 in both formats, with a key of its own. */
final class OtherCity {
    private static final String BASE = "/open311/v2/";

    private final Intake intake;
    private final String key;

    OtherCity(Intake intake, String key) {
        this.intake = intake;
        this.key = key;
    }

    /** A form in which nothing is wrong. */
    MultiValueMap<String, String> good() {
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

    MultiValueMap<String, String> update(String id, String updateId, String status) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("api_key", key);
        form.add("service_request_id", id);
        form.add("update_id", updateId);
        form.add("status", status);
        form.add("description", "still dark");
        form.add("updated_datetime", "2026-11-22T16:30:00+08:00");
        return form;
    }

    static MultiValueMap<String, String> with(MultiValueMap<String, String> form, String name, String value) {
        MultiValueMap<String, String> changed = new LinkedMultiValueMap<>(form);
        changed.set(name, value);
        return changed;
    }

    static MultiValueMap<String, String> without(MultiValueMap<String, String> form, String name) {
        MultiValueMap<String, String> changed = new LinkedMultiValueMap<>(form);
        changed.remove(name);
        return changed;
    }

    /** Posts, waits until it can be read, and answers the id. */
    String id(MultiValueMap<String, String> form) {
        String id = Intake.json(post("json", form).expectStatus().isOk())
                .get(0)
                .required("service_request_id")
                .asString();
        intake.awaitReport(id, there -> true);
        return id;
    }

    WebTestClient.ResponseSpec post(String format, MultiValueMap<String, String> form) {
        return form("requests." + format, form);
    }

    WebTestClient.ResponseSpec form(String path, MultiValueMap<String, String> form) {
        return intake.anybody()
                .post()
                .uri(BASE + path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(form)
                .exchange();
    }

    WebTestClient.ResponseSpec get(String path) {
        return method(HttpMethod.GET, path);
    }

    WebTestClient.ResponseSpec method(HttpMethod method, String path) {
        return intake.anybody()
                .method(method)
                .uri(URI.create(intake.service().baseUrl() + BASE + path))
                .exchange();
    }

    JsonNode json(String path) {
        return Intake.json(
                get(path).expectStatus().isOk().expectHeader().contentType("application/json;charset=UTF-8"));
    }

    List<String> ids(String path) {
        return json(path).values().stream()
                .map(request -> request.required("service_request_id").asString())
                .toList();
    }

    Document xml(String path) throws Exception {
        String text = text(get(path).expectStatus().isOk().expectHeader().contentType("text/xml;charset=UTF-8"));
        assertThat(text).startsWith("<?xml").contains("encoding=\"UTF-8\"");
        return parsed(text);
    }

    static Document parsed(String text) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)));
    }

    static List<String> texts(Document xml, String element) {
        NodeList nodes = xml.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            assertThat(node.hasAttributes()).isFalse();
            texts.add(node.getTextContent());
        }
        return texts;
    }

    static void expectError(WebTestClient.ResponseSpec response, int status, String words) {
        String text = text(response.expectStatus().isEqualTo(status));
        if (text.startsWith("<")) {
            assertThat(text).contains("<errors><error><code>" + status + "</code><description>");
        } else {
            assertThat(Intake.JSON.readTree(text).get(0).required("code").asInt())
                    .isEqualTo(status);
        }
        assertThat(text).contains(words);
    }

    static String text(WebTestClient.ResponseSpec response) {
        return new String(
                Objects.requireNonNull(response.expectBody().returnResult().getResponseBody()), StandardCharsets.UTF_8);
    }
}
