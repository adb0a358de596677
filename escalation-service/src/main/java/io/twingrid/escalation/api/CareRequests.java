package io.twingrid.escalation.api;

import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.escalation.CareDesk;
import io.twingrid.escalation.CareSettings;
import io.twingrid.escalation.domain.Area;
import io.twingrid.escalation.domain.care.CareErrand;
import io.twingrid.escalation.domain.care.CareKind;
import io.twingrid.escalation.domain.care.CarePerson;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bodies of what is asked about care tasks. */
final class CareRequests {
    private CareRequests() {}

    @Schema(name = "CareTaskRequest")
    record MakeBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            CareKind kind,

            @Schema(
                    description = "For those who are offered it; not whom it is for",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String what,

            @Schema(description = "Id of the grid it goes to", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String grid,

            @Schema(
                    description = "Where exactly; encrypted, and shown to who makes the task and who claims it only",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String address,

            @Schema(description = "From when it can be picked up, not after dueBy; now if absent or past") @Nullable
            Instant readyFrom,

            @Schema(
                    description = "In the future: by when it is to be there",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            Instant dueBy,

            @Schema(description = "For the observer; the usual number if absent") @Nullable
            Integer points) {

        CareErrand toErrand(Fields fields, CarePerson who, CareDesk desk, CareSettings settings, Instant now) {
            Area area = area(fields, who, desk);
            return fields.accepted(new CareErrand(
                    fields.required("kind", kind, CareKind.OTHER),
                    fields.text("what", what),
                    area,
                    readyFrom(fields, now),
                    fields.neededFuture("dueBy", dueBy, now),
                    fields.between("points", points, 0, settings.mostPoints(), settings.points()),
                    who.id()));
        }

        private Instant readyFrom(Fields fields, Instant now) {
            if (readyFrom == null || !readyFrom.isAfter(now)) {
                return now;
            }
            return dueBy != null && readyFrom.isAfter(dueBy)
                    ? fields.refused("readyFrom", "is after dueBy", now)
                    : fields.neededFuture("readyFrom", readyFrom, now);
        }

        String toAddress(Fields fields) {
            return fields.accepted(fields.text("address", address));
        }

        /** Does not say the address: frameworks log what they read. */
        @Override
        public String toString() {
            return "CareTaskRequest[grid=" + grid + "]";
        }

        private Area area(Fields fields, CarePerson who, CareDesk desk) {
            Optional<Area> area = Optional.ofNullable(grid).flatMap(desk::areaOf);
            if (area.isEmpty()) {
                return fields.refused("grid", "is not a grid of this town", new Area("", "", ""));
            }
            if (!who.isStaffOf(area.get())) {
                throw Problem.forbidden("The grid " + grid + " is not in your area.")
                        .asException();
            }
            return area.get();
        }
    }

    @Schema(name = "ConfirmRequest")
    record ConfirmBody(
            @Schema(description = "What the resident told; staff confirm without it") @Nullable
            String code) {
        static @Nullable String codeOf(@Nullable ConfirmBody body) {
            return body == null ? null : body.code();
        }
    }

    @Schema(name = "CareReasonRequest")
    record CareReasonBody(
            @Schema(description = "Why", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason) {
        String toReason(Fields fields) {
            return fields.accepted(fields.text("reason", reason));
        }
    }
}
