package io.twingrid.triage.api;

import io.twingrid.triage.api.Requests.AssignBody;
import io.twingrid.triage.api.Requests.CheckBody;
import io.twingrid.triage.api.Requests.EmptyBody;
import io.twingrid.triage.api.Requests.EscalateBody;
import io.twingrid.triage.api.Requests.ExtendBody;
import io.twingrid.triage.api.Requests.HoldBody;
import io.twingrid.triage.api.Requests.MergeBody;
import io.twingrid.triage.api.Requests.NoteBody;
import io.twingrid.triage.api.Requests.ReasonBody;
import io.twingrid.triage.api.Requests.RejectBody;
import io.twingrid.triage.api.Requests.ResolveBody;
import io.twingrid.triage.api.Requests.TransferBody;
import io.twingrid.triage.domain.Command;
import io.twingrid.triage.domain.Verb;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads a verb's body where the verb is a value of the request itself. */
final class CommandReader {
    private final JsonMapper json;

    CommandReader(JsonMapper json) {
        this.json = json;
    }

    /**
     * The command that a verb with this body is.
     *
     * @throws io.twingrid.chassis.problem.ProblemException 400 if a field is missing or wrong
     */
    Command read(Verb verb, @Nullable Map<String, Object> body, Fields fields) {
        Map<String, Object> said = body == null ? Map.of() : body;
        return switch (verb) {
            case VERIFY -> nothing(said, new Command.Verify());
            case REJECT -> as(said, RejectBody.class).toCommand(fields);
            case MERGE -> as(said, MergeBody.class).toCommand(fields);
            case UNMERGE -> nothing(said, new Command.Unmerge());
            case TRANSFER -> as(said, TransferBody.class).toCommand(fields);
            case ASSIGN -> as(said, AssignBody.class).toCommand(fields);
            case RESOLVE -> as(said, ResolveBody.class).toCommand(fields);
            case ESCALATE -> as(said, EscalateBody.class).toCommand(fields);
            case HOLD -> as(said, HoldBody.class).toCommand(fields);
            case RESUME -> nothing(said, new Command.Resume());
            case EXTEND -> as(said, ExtendBody.class).toCommand(fields);
            case APPROVE_EXTENSION -> nothing(said, new Command.ApproveExtension());
            case DECLINE_EXTENSION -> new Command.DeclineExtension(reason(said, fields));
            case NOTE -> as(said, NoteBody.class).toCommand(fields);
            case CHECK -> as(said, CheckBody.class).toCommand(fields);
            case REWORK -> new Command.Rework(reason(said, fields));
            case REOPEN -> new Command.Reopen(reason(said, fields));
            case INVALIDATE -> new Command.Invalidate(reason(said, fields));
            case CLOSE -> nothing(said, new Command.Close());
        };
    }

    private String reason(Map<String, Object> body, Fields fields) {
        return as(body, ReasonBody.class).checked(fields);
    }

    private Command nothing(Map<String, Object> body, Command command) {
        as(body, EmptyBody.class);
        return command;
    }

    private <T> T as(Map<String, Object> body, Class<T> type) {
        return json.convertValue(body, type);
    }
}
