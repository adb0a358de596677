package io.twingrid.triage.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.twingrid.triage.AreaOutlines;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The town's areas, public. */
@RestController
@Tag(name = "Areas", description = "Streets, communities and grids")
class AreaController {
    private static final String GEO_JSON = "application/geo+json";

    private final AreaOutlines.Source source;

    AreaController(AreaOutlines.Source source) {
        this.source = source;
    }

    @GetMapping(path = "/api/areas", produces = GEO_JSON)
    @Operation(
            operationId = "listAreas",
            summary = "The outlines of all areas",
            description =
                    "A GeoJSON FeatureCollection (RFC 7946) of polygons in WGS-84 with the properties `id`, `kind`"
                            + " (street, community or grid), `parent` and `name` (`zh`, `en`).")
    @ApiResponse(
            responseCode = "200",
            description = "The areas; ask with If-None-Match to be told 304 while they are the same",
            content = @Content(mediaType = GEO_JSON, schema = @Schema(type = "object")))
    @SecurityRequirements
    ResponseEntity<byte[]> areas() {
        AreaOutlines outlines = source.latest();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePublic())
                .eTag('"' + outlines.tag() + '"')
                .body(outlines.geoJson().getBytes(StandardCharsets.UTF_8));
    }
}
