package io.twingrid.escalation.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twingrid.escalation.domain.Report;
import io.twingrid.escalation.domain.forward.Carrier;
import io.twingrid.escalation.domain.forward.CarrierException;
import io.twingrid.escalation.domain.forward.ForwardChannel;
import io.twingrid.escalation.domain.forward.ForwardTarget;
import io.twingrid.escalation.domain.forward.Letter;
import io.twingrid.escalation.domain.forward.Remote;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A letter as a service request to an Open311 endpoint (GeoReport v2), and the question what has become of it. An endpoint that
 * answers with a token is asked for the number later.
 */
public final class Open311Carrier implements Carrier {
    private static final String TOKEN = "token:";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpCalls calls;
    private final Map<String, String> keys;
    private final LetterText text;

    /**
     * A carrier.
     *
     * @param within how long one call may take
     * @param keys Open311's {@code api_key} by department
     */
    public Open311Carrier(Duration within, Map<String, String> keys, LetterText text) {
        this.calls = new HttpCalls(within);
        this.keys = Map.copyOf(keys);
        this.text = text;
    }

    @Override
    public ForwardChannel channel() {
        return ForwardChannel.OPEN311;
    }

    @Override
    public Mono<String> send(ForwardTarget target, Letter letter) {
        return Mono.defer(() -> calls.answer(calls.post(target.to() + "/requests.json")
                                .body(BodyInserters.fromFormData(form(target, letter))))
                        .switchIfEmpty(Mono.error(() -> new CarrierException("It answered nothing."))))
                .map(body -> referenceIn(only(body)));
    }

    @Override
    public Mono<Remote> ask(ForwardTarget target, String reference) {
        return reference.startsWith(TOKEN)
                ? answer(target, "tokens/" + encoded(reference.substring(TOKEN.length())))
                        .map(Open311Carrier::referenceIn)
                        .flatMap(known -> known.startsWith(TOKEN)
                                ? Mono.error(new CarrierException("It has not given the request a number yet."))
                                : ask(target, known))
                : answer(target, "requests/" + encoded(reference)).map(request -> remote(reference, request));
    }

    private Mono<JsonNode> answer(ForwardTarget target, String path) {
        String query = target.jurisdiction() == null ? "" : "?jurisdiction_id=" + encoded(target.jurisdiction());
        return Mono.defer(() -> calls.answer(calls.get(target.to() + "/" + path + ".json" + query))
                        .switchIfEmpty(Mono.error(() -> new CarrierException("It answered nothing."))))
                .map(Open311Carrier::only);
    }

    private MultiValueMap<String, String> form(ForwardTarget target, Letter letter) {
        Report report = letter.report();
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("service_code", target.serviceCodes().getOrDefault(report.category(), report.category()));
        form.add("lat", String.valueOf(report.location().lat()));
        form.add("long", String.valueOf(report.location().lon()));
        form.add("description", text.body(letter));
        addIfThere(form, "address_string", report.address());
        addIfThere(form, "jurisdiction_id", target.jurisdiction());
        addIfThere(form, "api_key", keys.get(letter.department()));
        return form;
    }

    private static void addIfThere(MultiValueMap<String, String> form, String name, @Nullable String value) {
        if (value != null) {
            form.add(name, value);
        }
    }

    /** GeoReport answers with a list of one. */
    private static JsonNode only(String body) {
        try {
            JsonNode first = JSON.readTree(body).path(0);
            if (first.isObject()) {
                return first;
            }
        } catch (JacksonException e) {
            throw new CarrierException("It answered what is not JSON.", e);
        }
        throw new CarrierException("It does not know the request.");
    }

    private static String referenceIn(JsonNode request) {
        String number = word(request, "service_request_id");
        if (number != null) {
            return number;
        }
        String token = word(request, "token");
        if (token == null) {
            throw new CarrierException("It answered without a number.");
        }
        return TOKEN + token;
    }

    private static Remote remote(String reference, JsonNode request) {
        String status = word(request, "status");
        if (status == null) {
            throw new CarrierException("It answered without a status.");
        }
        return new Remote(reference, status.equalsIgnoreCase("closed"), word(request, "status_notes"));
    }

    private static @Nullable String word(JsonNode request, String field) {
        JsonNode value = request.path(field);
        String text = value.isValueNode() && !value.isNull() ? value.asString().strip() : "";
        return text.isEmpty() ? null : text;
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, UTF_8).replace("+", "%20");
    }
}
