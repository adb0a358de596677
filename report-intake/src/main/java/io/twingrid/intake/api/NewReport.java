package io.twingrid.intake.api;

import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.intake.domain.Crs;
import io.twingrid.intake.domain.Draft;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/reports}. */
record NewReport(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Code of a category, see GET /api/categories",
                example = "01037")
        @Nullable
        String category,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 4000, example = "路灯不亮,巷子里很黑") @Nullable
        String description,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Place location,

        @Schema(maxLength = 300, example = "铁山社区铁山路 12 号旁") @Nullable
        String address,

        @Schema(description = "Ids of photos that were uploaded before, at most 6") @Nullable
        List<String> photos,

        @Schema(description = "The reporter has dealt with it already")
        boolean handledOnSpot,

        @Schema(description = "Answers to the category's questions, by their codes") @Nullable
        Map<String, String> attributes,

        @Schema(description = "Leave my name off; the report then earns no points")
        boolean anonymous) {

    /** A point, in the coordinate system that the phone gives. */
    record Place(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Degrees north", example = "24.611")
            @Nullable
            Double lat,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Degrees east", example = "118.004")
            @Nullable
            Double lon,

            @Schema(description = "WGS84 if it is not said") @Nullable
            Crs crs,

            @Schema(description = "Radius in metres within which the place is", example = "15") @Nullable
            Double accuracy) {}

    Draft toDraft() {
        if (photos != null && photos.stream().anyMatch(Objects::isNull)) {
            throw Problem.invalid("photos", "must be a list of ids, without null")
                    .asException();
        }
        if (attributes != null && attributes.values().stream().anyMatch(Objects::isNull)) {
            throw Problem.invalid("attributes", "an answer must be a text, not null; leave out what has none")
                    .asException();
        }
        return new Draft(
                category,
                description,
                location == null ? null : location.lat(),
                location == null ? null : location.lon(),
                location == null ? null : location.crs(),
                location == null ? null : location.accuracy(),
                address,
                photos == null ? List.of() : photos,
                handledOnSpot,
                attributes == null ? Map.of() : attributes);
    }
}
