package io.twingrid.notification.domain;

import java.time.Instant;
import java.util.List;

/**
 * One notice on its way to one target, and what became of it.
 *
 * @param noticeId the notice
 * @param targetId the target; with the notice it makes the delivery's id, so there is one however often a fact comes
 * @param kind how the target is spoken to
 * @param due before which it is not sent
 * @param status what became of it
 * @param tries how often it was sent
 * @param attempts the last of these, oldest first
 */
public record Delivery(
        String noticeId,
        String targetId,
        TargetKind kind,
        Instant due,
        Status status,
        int tries,
        List<Attempt> attempts) {
    public Delivery {
        attempts = List.copyOf(attempts);
    }

    /** What became of a delivery. */
    public enum Status {
        /** It is to be sent, for the first time or again. */
        WAITING,
        DELIVERED,
        /** The other side will never take it, or is not there any more. */
        REFUSED,
        /** It could not be sent for so long that it is no news any more. */
        EXPIRED
    }

    /**
     * One try.
     *
     * @param at when it ended
     * @param outcome {@code taken}, {@code failed}, {@code refused} or {@code gone}
     * @param detail why, e.g. {@code HTTP 503} or {@code errcode 45009}
     */
    public record Attempt(Instant at, String outcome, String detail) {
        static Attempt of(Answer answer, Instant at) {
            String outcome =
                    switch (answer) {
                        case Answer.Taken taken -> "taken";
                        case Answer.Failed failed -> "failed";
                        case Answer.Refused refused -> "refused";
                        case Answer.Gone gone -> "gone";
                    };
            return new Attempt(at, outcome, answer.detail());
        }
    }

    /** A delivery that nobody has tried yet. */
    public static Delivery planned(Notice notice, Target target, Instant due) {
        return new Delivery(notice.id(), target.id(), target.kind(), due, Status.WAITING, 0, List.of());
    }

    /** Names the delivery; such ids grow with their notices' time. */
    public String id() {
        return noticeId + "/" + targetId;
    }

    /** What an answer makes of deliveries that were sent together. */
    public record Result(Status status, Attempt attempt) {
        public static Result of(Answer answer, Instant at) {
            Status status =
                    switch (answer) {
                        case Answer.Taken taken -> Status.DELIVERED;
                        case Answer.Failed failed -> Status.WAITING;
                        case Answer.Refused refused -> Status.REFUSED;
                        case Answer.Gone gone -> Status.REFUSED;
                    };
            return new Result(status, Attempt.of(answer, at));
        }
    }
}
