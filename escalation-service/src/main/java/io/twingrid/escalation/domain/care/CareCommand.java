package io.twingrid.escalation.domain.care;

import org.jspecify.annotations.Nullable;

/** A verb with its arguments. */
public sealed interface CareCommand {
    CareVerb verb();

    /** 认领: an observer takes it on. */
    record Claim() implements CareCommand {
        @Override
        public CareVerb verb() {
            return CareVerb.CLAIM;
        }
    }

    /** He cannot after all. */
    record Release(String reason) implements CareCommand {
        @Override
        public CareVerb verb() {
            return CareVerb.RELEASE;
        }
    }

    /** 取件. */
    record PickUp() implements CareCommand {
        @Override
        public CareVerb verb() {
            return CareVerb.PICK_UP;
        }
    }

    /** 送达. */
    record Deliver() implements CareCommand {
        @Override
        public CareVerb verb() {
            return CareVerb.DELIVER;
        }
    }

    /**
     * 确认: it really was.
     *
     * @param codeIsRight whether the resident's code was given and is right; null if none was given
     */
    record Confirm(@Nullable Boolean codeIsRight) implements CareCommand {
        @Override
        public CareVerb verb() {
            return CareVerb.CONFIRM;
        }
    }

    /** The centre has sent somebody itself. */
    record Settle() implements CareCommand {
        @Override
        public CareVerb verb() {
            return CareVerb.SETTLE;
        }
    }

    /** It is not needed any more. */
    record Cancel(String reason) implements CareCommand {
        @Override
        public CareVerb verb() {
            return CareVerb.CANCEL;
        }
    }
}
