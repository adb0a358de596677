package io.twingrid.triage.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.twingrid.triage.domain.Cause;
import io.twingrid.triage.domain.Command;
import io.twingrid.triage.domain.RejectReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of the verbs: what clients may send, checked on the way to a {@link Command}. */
final class Requests {
    private Requests() {}

    /** What a client may send with a verb. */
    interface Body {
        /**
         * What it asks for.
         *
         * @throws io.twingrid.chassis.problem.ProblemException 400 if a field is missing or wrong
         */
        Command toCommand(Fields fields);
    }

    @Schema(name = "EmptyRequest", type = "object", description = "Nothing to say")
    record EmptyBody() {}

    @Schema(name = "RejectRequest")
    record RejectBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            RejectReason reason,

            @Schema(description = "What the reporter is to know besides; needed with OTHER") @Nullable
            String note)
            implements Body {
        @Override
        public Command toCommand(Fields fields) {
            RejectReason why = fields.required("reason", reason, RejectReason.OTHER);
            String text = reason == RejectReason.OTHER ? fields.text("note", note) : fields.optionalText("note", note);
            return fields.accepted(new Command.Reject(why, text));
        }
    }

    @Schema(name = "AssignRequest")
    record AssignBody(
            @Schema(description = "Id of the person who is to handle it", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String handler)
            implements Body {
        @Override
        public Command toCommand(Fields fields) {
            return fields.accepted(new Command.Assign(fields.id("handler", handler)));
        }
    }

    @Schema(name = "ResolveRequest")
    record ResolveBody(
            @Schema(description = "What was done", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String note,

            @Schema(description = "Ids of photos that show it") @Nullable
            List<@Nullable String> photos)
            implements Body {
        @Override
        public Command toCommand(Fields fields) {
            return fields.accepted(new Command.Resolve(fields.text("note", note), fields.photos("photos", photos)));
        }
    }

    @Schema(name = "EscalateRequest")
    record EscalateBody(
            @Schema(description = "CANNOT_SOLVE if absent") @Nullable
            Cause cause,

            @Schema(description = "What the street is to know", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String note)
            implements Body {
        @Override
        public Command toCommand(Fields fields) {
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
            Boolean isPublic)
            implements Body {
        @Override
        public Command toCommand(Fields fields) {
            return fields.accepted(new Command.Note(fields.text("text", text), Boolean.TRUE.equals(isPublic)));
        }
    }

    @Schema(name = "MergeRequest")
    record MergeBody(
            @Schema(description = "Id of the earlier case, which is kept", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String into)
            implements Body {
        @Override
        public Command toCommand(Fields fields) {
            return fields.accepted(new Command.Merge(fields.id("into", into)));
        }
    }

    @Schema(name = "TransferRequest")
    record TransferBody(
            @Schema(description = "Id of the other community", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String community,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason)
            implements Body {
        @Override
        public Command toCommand(Fields fields) {
            return fields.accepted(
                    new Command.Transfer(fields.id("community", community), fields.text("reason", reason)));
        }
    }

    @Schema(name = "HoldRequest")
    record HoldBody(
            @Schema(
                    description = "Why it cannot be solved now; the reporter reads it",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            String reason,

            @Schema(description = "When it comes back by itself", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Instant reviewOn)
            implements Body {
        @Override
        public Command toCommand(Fields fields) {
            return fields.accepted(new Command.Hold(fields.text("reason", reason), fields.ahead("reviewOn", reviewOn)));
        }
    }

    @Schema(name = "ExtendRequest")
    record ExtendBody(
            @Schema(description = "By when it is to be settled instead", requiredMode = Schema.RequiredMode.REQUIRED)
            @Nullable
            Instant until,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason)
            implements Body {
        @Override
        public Command toCommand(Fields fields) {
            return fields.accepted(new Command.Extend(fields.ahead("until", until), fields.text("reason", reason)));
        }
    }

    @Schema(name = "ReasonRequest")
    record ReasonBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String reason) {
        String checked(Fields fields) {
            return fields.accepted(fields.text("reason", reason));
        }
    }

    @Schema(name = "CheckRequest")
    record CheckBody(
            @Schema(description = "What was seen") @Nullable String note) implements Body {
        @Override
        public Command toCommand(Fields fields) {
            return fields.accepted(new Command.Check(fields.optionalText("note", note)));
        }
    }
}
