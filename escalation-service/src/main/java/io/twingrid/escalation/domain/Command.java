package io.twingrid.escalation.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A verb with its arguments. */
public sealed interface Command {
    Verb verb();

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

        @Override
        public Verb verb() {
            return Verb.DISPATCH;
        }
    }

    /** 接单: the department takes it on. */
    record Accept() implements Command {
        @Override
        public Verb verb() {
            return Verb.ACCEPT;
        }
    }

    /** 吹哨报到: a department that was summoned to join in is there. */
    record ReportIn() implements Command {
        @Override
        public Verb verb() {
            return Verb.REPORT_IN;
        }
    }

    /** 退单: the department gives it back to the centre. */
    record Decline(String reason) implements Command {
        @Override
        public Verb verb() {
            return Verb.DECLINE;
        }
    }

    /** 督办: the centre presses, one level higher than before. */
    record Urge() implements Command {
        @Override
        public Verb verb() {
            return Verb.URGE;
        }
    }

    /** 退回: the centre gives it back to the community. */
    record Return(String reason) implements Command {
        @Override
        public Verb verb() {
            return Verb.RETURN;
        }
    }

    /**
     * 挂账: it cannot be solved now.
     *
     * @param reviewOn when it is looked at again
     */
    record Hold(String reason, Instant reviewOn) implements Command {
        @Override
        public Verb verb() {
            return Verb.HOLD;
        }
    }

    /** It goes on, where it was. */
    record Resume() implements Command {
        @Override
        public Verb verb() {
            return Verb.RESUME;
        }
    }

    /** 延期: the department asks for more time; the centre gives it. */
    record Extend(String reason, Instant until) implements Command {
        @Override
        public Verb verb() {
            return Verb.EXTEND;
        }
    }

    /** The department gets the time that it asked for. */
    record ApproveExtension() implements Command {
        @Override
        public Verb verb() {
            return Verb.APPROVE_EXTENSION;
        }
    }

    /** It does not. */
    record DeclineExtension(String reason) implements Command {
        @Override
        public Verb verb() {
            return Verb.DECLINE_EXTENSION;
        }
    }

    /** 办结: it is done. */
    record Resolve(String note, List<String> photos) implements Command {
        public Resolve {
            photos = List.copyOf(photos);
        }

        @Override
        public Verb verb() {
            return Verb.RESOLVE;
        }
    }

    /** Something worth knowing, for staff or for everybody. */
    record Note(String text, boolean isPublic) implements Command {
        @Override
        public Verb verb() {
            return Verb.NOTE;
        }
    }
}
