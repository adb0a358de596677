package io.twingrid.triage.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.triage.domain.Cause;
import io.twingrid.triage.domain.Command;
import io.twingrid.triage.domain.RejectReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of the verbs: what clients may send, checked on the way to a {@link Command}. */
final class Requests {
    private Requests() {}

    @Schema(name = "EmptyRequest", type = "object", description = "Nothing to say")
    record EmptyBody() {}

    @Schema(name = "RejectRequest")
    record RejectBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            RejectReason reason,

            @Schema(description = "What the reporter is to know besides; needed with OTHER") @Nullable
            String note) {
        Command toCommand(Fields fields) {
            RejectReason why = fields.required("reason", reason, RejectReason.OTHER);
            String text = reason == RejectReason.OTHER ? fields.text("note", note) : fields.optionalText("note", note);
            return fields.accepted(new Command.Reject(why, text));
        }
    }

    @Schema(name = "AssignRequest")
    record AssignBody(
            @Schema(description = "Id of the person who is to handle it", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String handler) {
        Command toCommand(Fields fields) {
            return fields.accepted(new Command.Assign(fields.person("handler", handler)));
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

    @Schema(name = "EscalateRequest")
    record EscalateBody(
            @Schema(description = "CANNOT_SOLVE if absent") @Nullable
            Cause cause,

            @Schema(description = "What the street is to know", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String note) {
        Command toCommand(Fields fields) {
            return fields.accepted(
                    new Command.Escalate(cause == null ? Cause.CANNOT_SOLVE : cause, fields.text("note", note)));
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
