package io.twingrid.escalation.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.escalation.domain.Command;
import io.twingrid.escalation.domain.Departments;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of the verbs: what clients may send, checked on the way to a {@link Command}. */
final class Requests {
    private Requests() {}

    @Schema(name = "DispatchRequest")
    record DispatchBody(
            @Schema(description = "Department that leads", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String department,

            @Schema(description = "Departments that join in") @Nullable
            List<@Nullable String> coDepartments,

            @Schema(description = "In the future; if absent, the category's own limit from now") @Nullable
            Instant dueBy) {
        Command toCommand(Fields fields, Departments departments, Instant now) {
            String leading = fields.department("department", department, departments);
            return fields.accepted(new Command.Dispatch(
                    leading,
                    fields.departments("coDepartments", coDepartments, leading, departments),
                    fields.future("dueBy", dueBy, now)));
        }
    }

    @Schema(name = "NothingToSay")
    record NoBody() {}

    @Schema(name = "ReasonRequest")
    record ReasonBody(
            @Schema(description = "Why", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason) {
        Command toDecline(Fields fields) {
            return fields.accepted(new Command.Decline(fields.text("reason", reason)));
        }

        Command toDeclineExtension(Fields fields) {
            return fields.accepted(new Command.DeclineExtension(fields.text("reason", reason)));
        }

        Command toReturn(Fields fields) {
            return fields.accepted(new Command.Return(fields.text("reason", reason)));
        }
    }

    @Schema(name = "HoldRequest")
    record HoldBody(
            @Schema(description = "Why", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason,

            @Schema(
                    description = "In the future: when it goes on by itself, unless it is resumed before",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            Instant reviewOn) {
        Command toCommand(Fields fields, Instant now) {
            return fields.accepted(
                    new Command.Hold(fields.text("reason", reason), fields.neededFuture("reviewOn", reviewOn, now)));
        }
    }

    @Schema(name = "ExtendRequest")
    record ExtendBody(
            @Schema(description = "Why", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason,

            @Schema(description = "After dueBy", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Instant until) {
        Command toCommand(Fields fields, Instant now) {
            return fields.accepted(
                    new Command.Extend(fields.text("reason", reason), fields.neededFuture("until", until, now)));
        }
    }

    @Schema(name = "ResolveRequest")
    record ResolveBody(
            @Schema(description = "What was done", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String note,

            @Schema(description = "Ids of photos that show it") @Nullable
            List<@Nullable String> photos) {
        Command toCommand(Fields fields) {
            return fields.accepted(new Command.Resolve(fields.text("note", note), fields.photos("photos", photos)));
        }
    }

    @Schema(name = "NoteRequest")
    record NoteBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String text,

            @Schema(name = "public", description = "Whether the public may read it; false if absent")
            @JsonProperty("public")
            @Nullable
            Boolean isPublic) {
        Command toCommand(Fields fields) {
            return fields.accepted(new Command.Note(fields.text("text", text), Boolean.TRUE.equals(isPublic)));
        }
    }
}
