package io.twingrid.triage.domain;

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

    /** Something worth knowing, for staff or for everybody. */
    record Note(String text, boolean isPublic) implements Command {
        @Override
        public Verb verb() {
            return Verb.NOTE;
        }
    }

    /** It was looked at and is really done. */
    record Close() implements Command {
        @Override
        public Verb verb() {
            return Verb.CLOSE;
        }
    }
}
