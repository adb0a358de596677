package io.twingrid.intake.api.open311;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.problem.ProblemException;
import io.twingrid.intake.IntakeSettings;
import io.twingrid.intake.PhotoDesk;
import io.twingrid.intake.Sender;
import io.twingrid.intake.Submission;
import io.twingrid.intake.api.Words;
import io.twingrid.intake.api.open311.Format.Answer;
import io.twingrid.intake.domain.Category;
import io.twingrid.intake.domain.Draft;
import io.twingrid.intake.domain.DraftLimits;
import io.twingrid.intake.domain.Location;
import io.twingrid.intake.domain.ServiceArea;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * {@code POST requests}. The name, telephone number, e-mail address, device and account that a client may send are read
 * over: its own software keeps the person, and hears of the report through updates.
 */
@Component
final class RequestPost {
    private final ServiceList services;
    private final Submission submission;
    private final PhotoDesk photos;
    private final Keys keys;
    private final ServiceArea area;
    private final DraftLimits limits;

    RequestPost(
            ServiceList services,
            Submission submission,
            PhotoDesk photos,
            Keys keys,
            ServiceArea area,
            IntakeSettings settings) {
        this.services = services;
        this.submission = submission;
        this.photos = photos;
        this.keys = keys;
        this.area = area;
        this.limits = settings.draft();
    }

    Mono<Answer> post(Params form, Locale locale) {
        return keys.client(form).flatMap(client -> {
            Category category = services.required(form.required("service_code"));
            checkPlace(form);
            Map<String, String> attributes = form.attributes();
            Sender sender = new Sender(client.channel(), null, key(attributes), client.channel());
            return Flux.fromIterable(form.files())
                    .take(limits.photos())
                    .concatMap(file -> photos.take(file.content(), sender.client()))
                    .map(received -> received.photo().id())
                    .collectList()
                    .flatMap(taken -> submit(draft(form, category, attributes, taken), sender))
                    .map(id -> answer(id, category, locale));
        });
    }

    // Sent again, it is the same report, even if its photos were uploaded anew or its words were mended meanwhile.
    private Mono<String> submit(Draft draft, Sender sender) {
        return submission
                .submit(draft, sender)
                .map(report -> report.id())
                .onErrorResume(
                        e -> sender.key() != null
                                && e instanceof ProblemException known
                                && known.problem().status() == HttpStatus.UNPROCESSABLE_CONTENT,
                        e -> Mono.just(Submission.derivedId(sender.client(), Objects.requireNonNull(sender.key()))));
    }

    private static @Nullable String key(Map<String, String> attributes) {
        String id = attributes.get(ServiceList.FIXMYSTREET_ID);
        return id == null ? null : ServiceList.FIXMYSTREET_ID + ":" + id;
    }

    private static void checkPlace(Params form) {
        boolean lat = form.get("lat") != null;
        boolean lon = form.get("long") != null;
        if (lat != lon) {
            throw Problem.invalid(lat ? "long" : "lat", "is missing; lat and long come together")
                    .asException();
        }
        if (!lat && form.get("address_string") == null && form.get("address_id") == null) {
            throw Problem.invalid("lat", "no location: send lat and long, address_string or address_id")
                    .asException();
        }
    }

    // Without coordinates the place is the town's middle, as uncertain as a place may be; the address says more.
    private Draft draft(Params form, Category category, Map<String, String> attributes, List<String> photoIds) {
        Double lat = form.number("lat");
        Double lon = form.number("long");
        Location middle = area.centre();
        String description = form.get("description");
        String address = form.get("address_string") != null ? form.get("address_string") : form.get("address_id");
        Map<String, String> all = new LinkedHashMap<>(attributes);
        if (form.get("media_url") != null) {
            all.put("media_url", form.required("media_url"));
        }
        return new Draft(
                category.code(),
                description == null ? category.name().get("zh") : description,
                lat == null ? Double.valueOf(middle.lat()) : lat,
                lon == null ? Double.valueOf(middle.lon()) : lon,
                null,
                lat == null ? Double.valueOf(limits.accuracy()) : null,
                address,
                photoIds,
                false,
                all);
    }

    private static Answer answer(String id, Category category, Locale locale) {
        ArrayNode requests = JsonNodeFactory.instance.arrayNode();
        requests.addObject()
                .put("service_request_id", id)
                .put(
                        "service_notice",
                        category.emergency() == null
                                ? null
                                : Words.of("notice.emergency", locale).formatted(category.emergency()))
                .putNull("account_id");
        return new Answer("service_requests", requests);
    }
}
