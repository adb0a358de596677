package io.twingrid.intake.api.open311;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.problem.Problems;
import io.twingrid.intake.api.open311.Format.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import reactor.core.publisher.Mono;

/**
 * The table of GeoReport's resources. Everything under {@code /open311} is answered here, also what is wrong with it, so
 * that every error comes in the format that was asked for.
 */
@Component
final class GeoReport implements RouterFunction<ServerResponse> {
    private static final String BASE = "/open311/v2/";
    private static final Pattern FORMATTED = Pattern.compile(Pattern.quote(BASE) + "(.+)\\.(xml|json)");

    private final List<Resource> resources;
    private final Open311Settings settings;

    GeoReport(
            ServiceList services,
            RequestList requests,
            RequestPost posts,
            UpdateFeed updates,
            Open311Settings settings) {
        this.settings = settings;
        this.resources = List.of(
                get("discovery", (request, id) -> Mono.just(services.discovery())),
                get("services", (request, id) -> local(request).thenReturn(services.services(locale(request)))),
                get("services/([^/]+)", (request, id) -> local(request)
                        .then(Mono.fromSupplier(() -> services.definition(id, locale(request))))),
                get("requests", (request, id) -> requests.list(query(request), locale(request))),
                get("requests/([^/]+)", (request, id) -> local(request).then(requests.one(id, locale(request)))),
                get("tokens/([^/]+)", (request, id) -> local(request).then(requests.token(id))),
                get("servicerequestupdates", (request, id) -> updates.list(query(request), locale(request))),
                post("requests", (request, id) -> form(request).flatMap(form -> posts.post(form, locale(request)))),
                post("servicerequestupdates", (request, id) -> form(request).flatMap(updates::post)));
    }

    /** A resource: its method, its path without base and suffix, and what it answers; the path's group is its argument. */
    private record Resource(HttpMethod method, Pattern path, BiFunction<ServerRequest, String, Mono<Answer>> handler) {}

    private static Resource get(String path, BiFunction<ServerRequest, String, Mono<Answer>> handler) {
        return new Resource(HttpMethod.GET, Pattern.compile(path), handler);
    }

    private static Resource post(String path, BiFunction<ServerRequest, String, Mono<Answer>> handler) {
        return new Resource(HttpMethod.POST, Pattern.compile(path), handler);
    }

    @Override
    public Mono<HandlerFunction<ServerResponse>> route(ServerRequest request) {
        return request.path().startsWith("/open311") ? Mono.just(this::handle) : Mono.empty();
    }

    private Mono<ServerResponse> handle(ServerRequest request) {
        Format format = Format.of(request.path());
        return Mono.defer(() -> answer(request))
                .flatMap(
                        answer -> ServerResponse.ok().contentType(format.type()).bodyValue(format.write(answer)))
                .onErrorResume(e -> {
                    Problem problem = Problems.of(e);
                    return ServerResponse.status(Errors.status(problem))
                            .headers(headers -> headers.addAll(problem.headers()))
                            .contentType(format.type())
                            .bodyValue(format.write(Errors.answer(problem)));
                });
    }

    private Mono<Answer> answer(ServerRequest request) {
        Matcher formatted = FORMATTED.matcher(request.path());
        if (!formatted.matches()) {
            throw nothingHere();
        }
        String path = formatted.group(1);
        List<Resource> here = resources.stream()
                .filter(resource -> resource.path().matcher(path).matches())
                .toList();
        if (here.isEmpty()) {
            throw nothingHere();
        }
        HttpMethod asked = request.method().equals(HttpMethod.HEAD) ? HttpMethod.GET : request.method();
        Optional<Resource> resource =
                here.stream().filter(one -> one.method().equals(asked)).findFirst();
        return resource.orElseThrow(() -> new MethodNotAllowedException(
                        asked, here.stream().map(Resource::method).toList()))
                .handler()
                .apply(request, argument(resource.get(), path));
    }

    private static String argument(Resource resource, String path) {
        Matcher matcher = resource.path().matcher(path);
        return matcher.matches() && matcher.groupCount() == 1 ? matcher.group(1) : "";
    }

    /** For a resource without parameters of its own. */
    private Mono<Void> local(ServerRequest request) {
        return Mono.fromRunnable(() -> query(request));
    }

    private Params query(ServerRequest request) {
        Params params = Params.ofQuery(request);
        checkJurisdiction(params);
        return params;
    }

    private Mono<Params> form(ServerRequest request) {
        return Params.ofForm(request).doOnNext(this::checkJurisdiction);
    }

    private void checkJurisdiction(Params params) {
        String jurisdiction = params.get("jurisdiction_id");
        if (jurisdiction == null && settings.jurisdictionRequired()) {
            throw Problem.invalid("jurisdiction_id", "is missing").asException();
        }
        if (jurisdiction != null && !jurisdiction.equals(settings.jurisdiction())) {
            throw Problem.notFound("jurisdiction_id of this name").asException();
        }
    }

    private static Locale locale(ServerRequest request) {
        Locale locale = request.exchange().getLocaleContext().getLocale();
        return locale == null ? Locale.ENGLISH : locale;
    }

    private static RuntimeException nothingHere() {
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "There is nothing at this path; see " + BASE + "discovery.xml. Its suffix is .xml or .json.")
                .asException();
    }
}
