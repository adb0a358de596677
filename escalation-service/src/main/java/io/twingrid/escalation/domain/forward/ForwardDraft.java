package io.twingrid.escalation.domain.forward;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A forward on its way to the next state: what is not said stays as it was. */
final class ForwardDraft {
    private final Forward before;
    private final Instant now;
    private ForwardState state;
    private int attempts;
    private @Nullable String lastError;
    private @Nullable Instant nextTry;
    private @Nullable Instant answerBy;
    private int reminders;
    private @Nullable String reference;
    private @Nullable String remoteSaid;

    ForwardDraft(Forward before, Instant now) {
        this.before = before;
        this.now = now;
        this.state = before.state();
        this.attempts = before.attempts();
        this.lastError = before.lastError();
        this.nextTry = before.nextTry();
        this.answerBy = before.answerBy();
        this.reminders = before.reminders();
        this.reference = before.reference();
        this.remoteSaid = before.remoteSaid();
    }

    ForwardDraft state(ForwardState to) {
        state = to;
        return this;
    }

    ForwardDraft tried(int times, @Nullable String error) {
        attempts = times;
        lastError = error;
        return this;
    }

    ForwardDraft next(@Nullable Instant at) {
        nextTry = at;
        return this;
    }

    ForwardDraft answerBy(Instant at) {
        answerBy = at;
        return this;
    }

    ForwardDraft reminders(int times) {
        reminders = times;
        return this;
    }

    ForwardDraft known(@Nullable String as, @Nullable String said) {
        reference = as;
        remoteSaid = said;
        return this;
    }

    Forward done() {
        return new Forward(
                before.id(),
                before.reportId(),
                before.department(),
                before.channel(),
                state,
                attempts,
                lastError,
                nextTry,
                answerBy,
                reminders,
                reference,
                remoteSaid,
                before.createdAt(),
                now);
    }
}
