package io.twingrid.intake.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.security.Caller;
import io.twingrid.intake.IntakeSettings;
import io.twingrid.intake.Part;
import io.twingrid.intake.domain.ReportView;
import io.twingrid.intake.domain.ReportViews;
import io.twingrid.intake.domain.ReportViews.Query;
import io.twingrid.intake.domain.Visibility;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All reports as files for other tools, streamed out of the store: the public's view, or with {@code view=staff} the staff's. */
@RestController
@Tag(name = "Feeds", description = "All reports, as a file")
class FeedController {
    private static final int RSS_ITEMS = 100;
    private static final DefaultDataBufferFactory BUFFERS = DefaultDataBufferFactory.sharedInstance;
    private static final List<String> COLUMNS = List.of(
            "number",
            "id",
            "category",
            "status",
            "submittedAt",
            "updatedAt",
            "expectedBy",
            "community",
            "lat",
            "lon",
            "address",
            "description",
            "supporters");

    private final ReportViews views;
    private final IntakeSettings settings;
    private final JsonMapper json;

    FeedController(ReportViews views, IntakeSettings settings, JsonMapper json) {
        this.views = views;
        this.settings = settings;
        this.json = json;
    }

    @GetMapping("/api/reports.csv")
    @Operation(
            operationId = "reportsAsCsv",
            summary = "Reports as a table",
            description = "CSV by RFC 4180, UTF-8, no cell begins as a formula.")
    @ApiResponse(
            responseCode = "200",
            description = "The newest first",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "400",
            description = "A parameter is wrong; `errors` names it",
            content = {})
    @ApiResponse(
            responseCode = "403",
            description = "view=staff is for the staff of an area",
            content = {})
    ResponseEntity<Flux<DataBuffer>> csv(
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String street,
            @RequestParam(required = false) @Nullable String community,
            @RequestParam(defaultValue = "public") String view,
            Caller caller,
            @Nullable Locale locale) {
        Flux<String> rows =
                bodies(category, street, community, view, caller, locale, 0).map(FeedController::row);
        // The mark tells spreadsheets that it is UTF-8.
        return answer("text/csv;charset=UTF-8", begun("\ufeff" + Csv.row(COLUMNS), rows));
    }

    @GetMapping("/api/reports.geojson")
    @Operation(
            operationId = "reportsAsGeoJson",
            summary = "Reports as a map layer",
            description = "GeoJSON by RFC 7946.")
    @ApiResponse(
            responseCode = "200",
            description = "The newest first",
            content = @Content(mediaType = "application/geo+json", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "400",
            description = "A parameter is wrong; `errors` names it",
            content = {})
    @ApiResponse(
            responseCode = "403",
            description = "view=staff is for the staff of an area",
            content = {})
    ResponseEntity<Flux<DataBuffer>> geojson(
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String street,
            @RequestParam(required = false) @Nullable String community,
            @RequestParam(defaultValue = "public") String view,
            Caller caller,
            @Nullable Locale locale) {
        AtomicBoolean first = new AtomicBoolean(true);
        Flux<String> features = bodies(category, street, community, view, caller, locale, 0)
                .map(report -> (first.getAndSet(false) ? "" : ",") + feature(report));
        return answer(
                "application/geo+json",
                begun("{\"type\":\"FeatureCollection\",\"features\":[", features.concatWithValues("]}")));
    }

    @GetMapping("/api/reports.rss")
    @Operation(
            operationId = "reportsAsRss",
            summary = "The newest reports as a feed",
            description = "RSS 2.0, a hundred items.")
    @ApiResponse(
            responseCode = "200",
            description = "The newest first",
            content = @Content(mediaType = "application/rss+xml", schema = @Schema(type = "string")))
    Mono<ResponseEntity<Flux<DataBuffer>>> rss(
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String street,
            @RequestParam(required = false) @Nullable String community,
            @Nullable Locale locale) {
        return bodies(category, street, community, "public", Caller.ANONYMOUS, locale, RSS_ITEMS)
                .collectList()
                .map(reports -> answer(
                        "application/rss+xml;charset=UTF-8",
                        Flux.just(Rss.channel("TwinGrid 双网", settings.publicUrl() + "/api/reports", reports))));
    }

    private Flux<ReportBody> bodies(
            @Nullable String category,
            @Nullable String street,
            @Nullable String community,
            String view,
            Caller caller,
            @Nullable Locale locale,
            int limit) {
        boolean staff = view.equals("staff");
        if (!staff && !view.equals("public")) {
            throw Problem.invalid("view", "must be public or staff").asException();
        }
        Part part = Part.of(caller, street, community, staff);
        if (staff && !part.isWhole()) {
            throw Problem.forbidden("view=staff is for the staff of an area; name yours.")
                    .asException();
        }
        Query query = staff
                ? new Query(null, category, part.street(), part.community(), null, null, null)
                : new Query(null, category, street, community, null, Visibility.PUBLIC, null);
        Flux<ReportView> found = views.newest(query, limit);
        return found.map(report -> staff ? ReportBody.ofWhole(report, locale) : ReportBody.ofPublic(report, locale));
    }

    private static String row(ReportBody report) {
        return Csv.row(Arrays.asList(
                report.number(),
                report.id(),
                report.category(),
                report.status(),
                report.submittedAt(),
                report.updatedAt(),
                report.expectedBy(),
                report.area() == null ? null : report.area().community(),
                report.location().lat(),
                report.location().lon(),
                report.address(),
                report.description(),
                report.supporters()));
    }

    private String feature(ReportBody report) {
        ObjectNode feature = json.createObjectNode().put("type", "Feature").put("id", report.id());
        feature.putObject("geometry")
                .put("type", "Point")
                .putArray("coordinates")
                .add(report.location().lon())
                .add(report.location().lat());
        feature.putObject("properties")
                .put("number", report.number())
                .put("category", report.category())
                .put("status", report.status())
                .put("submittedAt", report.submittedAt().toString())
                .put("address", report.address())
                .put("description", report.description());
        return feature.toString();
    }

    /** With its beginning, which waits for the store's first word: as long as nothing was sent, a failure can be told. */
    private static Flux<String> begun(String beginning, Flux<String> parts) {
        return parts.switchOnFirst((first, all) -> first.isOnError() ? all : all.startWith(beginning));
    }

    private static ResponseEntity<Flux<DataBuffer>> answer(String type, Flux<String> text) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .body(text.map(part -> BUFFERS.wrap(part.getBytes(StandardCharsets.UTF_8))));
    }
}
