package io.twingrid.triage.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A verb with its arguments. */
public sealed interface Command {
    Verb verb();

    /** 核实: it is true and ours. A report that was handled on the spot is resolved with it. */
    record Verify() implements Command {
        @Override
        public Verb verb() {
            return Verb.VERIFY;
        }
    }

    /** 不予受理: it ends here. */
    record Reject(RejectReason reason, @Nullable String note) implements Command {
        @Override
        public Verb verb() {
            return Verb.REJECT;
        }
    }

    /**
     * 并案: an earlier case of the same matter goes on for it.
     *
     * @param into id of the earlier case
     */
    record Merge(String into) implements Command {
        @Override
        public Verb verb() {
            return Verb.MERGE;
        }
    }

    /** It was another matter after all; it goes on where it was. */
    record Unmerge() implements Command {
        @Override
        public Verb verb() {
            return Verb.UNMERGE;
        }
    }

    /** Another community is to deal with it. */
    record Transfer(String community, String reason) implements Command {
        @Override
        public Verb verb() {
            return Verb.TRANSFER;
        }
    }

    /** 分派: somebody is to handle it, for the first time or instead of another. */
    record Assign(String handler) implements Command {
        @Override
        public Verb verb() {
            return Verb.ASSIGN;
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

    /** 上报街道: the street takes it over. */
    record Escalate(Cause cause, String note) implements Command {
        @Override
        public Verb verb() {
            return Verb.ESCALATE;
        }
    }

    /** 挂账: it cannot be solved now; it stays visible and comes back on its review date. */
    record Hold(String reason, Instant reviewOn) implements Command {
        @Override
        public Verb verb() {
            return Verb.HOLD;
        }
    }

    /** It goes on before its review date. */
    record Resume() implements Command {
        @Override
        public Verb verb() {
            return Verb.RESUME;
        }
    }

    /** 延期: more time. Whoever may approve it has it at once; others ask for it. */
    record Extend(Instant until, String reason) implements Command {
        @Override
        public Verb verb() {
            return Verb.EXTEND;
        }
    }

    /** The time that was asked for is given. */
    record ApproveExtension() implements Command {
        @Override
        public Verb verb() {
            return Verb.APPROVE_EXTENSION;
        }
    }

    /** It is not. */
    record DeclineExtension(String reason) implements Command {
        @Override
        public Verb verb() {
            return Verb.DECLINE_EXTENSION;
        }
    }

    /** Something worth knowing, for staff or for everybody. */
    record Note(String text, boolean isPublic) implements Command {
        @Override
        public Verb verb() {
            return Verb.NOTE;
        }
    }

    /** 核查: somebody looked, and it is really done. */
    record Check(@Nullable String note) implements Command {
        @Override
        public Verb verb() {
            return Verb.CHECK;
        }
    }

    /** 返工: somebody looked, and it is not done. */
    record Rework(String reason) implements Command {
        @Override
        public Verb verb() {
            return Verb.REWORK;
        }
    }

    /** 重开: it is open again after all. */
    record Reopen(String reason) implements Command {
        @Override
        public Verb verb() {
            return Verb.REOPEN;
        }
    }

    /** It was not true: what it earned is taken back. */
    record Invalidate(String reason) implements Command {
        @Override
        public Verb verb() {
            return Verb.INVALIDATE;
        }
    }

    /** It ends without a check. */
    record Close() implements Command {
        @Override
        public Verb verb() {
            return Verb.CLOSE;
        }
    }
}
