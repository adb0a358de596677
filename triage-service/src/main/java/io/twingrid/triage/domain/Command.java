package io.twingrid.triage.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A verb with its arguments. */
public sealed interface Command {
    /** The verb that it is. */
    default Verb verb() {
        return switch (this) {
            case Verify verify -> Verb.VERIFY;
            case Reject no -> Verb.REJECT;
            case Merge merge -> Verb.MERGE;
            case Unmerge apart -> Verb.UNMERGE;
            case Transfer to -> Verb.TRANSFER;
            case Assign to -> Verb.ASSIGN;
            case Resolve done -> Verb.RESOLVE;
            case Escalate up -> Verb.ESCALATE;
            case Hold hold -> Verb.HOLD;
            case Resume again -> Verb.RESUME;
            case Extend more -> Verb.EXTEND;
            case ApproveExtension yes -> Verb.APPROVE_EXTENSION;
            case DeclineExtension no -> Verb.DECLINE_EXTENSION;
            case Note note -> Verb.NOTE;
            case Check check -> Verb.CHECK;
            case Rework again -> Verb.REWORK;
            case Reopen again -> Verb.REOPEN;
            case Invalidate no -> Verb.INVALIDATE;
            case Close close -> Verb.CLOSE;
        };
    }

    /** 核实: it is true and ours. A report that was handled on the spot is resolved with it. */
    record Verify() implements Command {}

    /** 不予受理: it ends here. */
    record Reject(RejectReason reason, @Nullable String note) implements Command {}

    /**
     * 并案: an earlier case of the same matter goes on for it.
     *
     * @param into id of the earlier case
     */
    record Merge(String into) implements Command {}

    /** It was another matter after all; it goes on where it was. */
    record Unmerge() implements Command {}

    /** Another community is to deal with it. */
    record Transfer(String community, String reason) implements Command {}

    /** 分派: somebody is to handle it, for the first time or instead of another. */
    record Assign(String handler) implements Command {}

    /** 办结: it is done. */
    record Resolve(String note, List<String> photos) implements Command {
        public Resolve {
            photos = List.copyOf(photos);
        }
    }

    /** 上报街道: the street takes it over. */
    record Escalate(Cause cause, String note) implements Command {}

    /** 挂账: it cannot be solved now; it stays visible and comes back on its review date. */
    record Hold(String reason, Instant reviewOn) implements Command {}

    /** It goes on before its review date. */
    record Resume() implements Command {}

    /** 延期: more time. Whoever may approve it has it at once; others ask for it. */
    record Extend(Instant until, String reason) implements Command {}

    /** The time that was asked for is given. */
    record ApproveExtension() implements Command {}

    /** It is not. */
    record DeclineExtension(String reason) implements Command {}

    /** Something worth knowing, for staff or for everybody. */
    record Note(String text, boolean isPublic) implements Command {}

    /** 核查: somebody looked, and it is really done. */
    record Check(@Nullable String note) implements Command {}

    /** 返工: somebody looked, and it is not done. */
    record Rework(String reason) implements Command {}

    /** 重开: it is open again after all. */
    record Reopen(String reason) implements Command {}

    /** It was not true: what it earned is taken back. */
    record Invalidate(String reason) implements Command {}

    /** It ends without a check. */
    record Close() implements Command {}
}
