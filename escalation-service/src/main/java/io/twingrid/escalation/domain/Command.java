package io.twingrid.escalation.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A verb with its arguments. */
public sealed interface Command {
    /** The verb that it is. */
    default Verb verb() {
        return switch (this) {
            case Dispatch to -> Verb.DISPATCH;
            case Accept yes -> Verb.ACCEPT;
            case ReportIn here -> Verb.REPORT_IN;
            case Decline no -> Verb.DECLINE;
            case Urge urge -> Verb.URGE;
            case Return back -> Verb.RETURN;
            case Hold hold -> Verb.HOLD;
            case Resume again -> Verb.RESUME;
            case Extend more -> Verb.EXTEND;
            case ApproveExtension yes -> Verb.APPROVE_EXTENSION;
            case DeclineExtension no -> Verb.DECLINE_EXTENSION;
            case Resolve done -> Verb.RESOLVE;
            case Note note -> Verb.NOTE;
        };
    }

    /**
     * 派发: give it to a department.
     *
     * @param dueBy null for the category's own limit
     */
    record Dispatch(
            String department,
            List<String> coDepartments,
            @Nullable Instant dueBy) implements Command {
        public Dispatch {
            coDepartments = List.copyOf(coDepartments);
        }
    }

    /** 接单: the department takes it on. */
    record Accept() implements Command {}

    /** 吹哨报到: a department that was summoned to join in is there. */
    record ReportIn() implements Command {}

    /** 退单: the department gives it back to the centre. */
    record Decline(String reason) implements Command {}

    /** 督办: the centre presses, one level higher than before. */
    record Urge() implements Command {}

    /** 退回: the centre gives it back to the community. */
    record Return(String reason) implements Command {}

    /**
     * 挂账: it cannot be solved now.
     *
     * @param reviewOn when it is looked at again
     */
    record Hold(String reason, Instant reviewOn) implements Command {}

    /** It goes on, where it was. */
    record Resume() implements Command {}

    /** 延期: the department asks for more time; the centre gives it. */
    record Extend(String reason, Instant until) implements Command {}

    /** The department gets the time that it asked for. */
    record ApproveExtension() implements Command {}

    /** It does not. */
    record DeclineExtension(String reason) implements Command {}

    /** 办结: it is done. */
    record Resolve(String note, List<String> photos) implements Command {
        public Resolve {
            photos = List.copyOf(photos);
        }
    }

    /** Something worth knowing, for staff or for everybody. */
    record Note(String text, boolean isPublic) implements Command {}
}
