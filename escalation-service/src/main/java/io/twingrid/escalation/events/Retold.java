package io.twingrid.escalation.events;

import static io.twingrid.escalation.events.EscalationRoutes.ESCALATED;
import static io.twingrid.escalation.events.EscalationRoutes.FEEDBACK_GIVEN;
import static io.twingrid.escalation.events.EscalationRoutes.FORWARDED;
import static io.twingrid.escalation.events.EscalationRoutes.OURS;
import static io.twingrid.escalation.events.EscalationRoutes.REOPENED;
import static io.twingrid.escalation.events.EscalationRoutes.REWORK_REQUESTED;

import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.Outcome.Changed;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.fact.FactJson;
import io.twingrid.escalation.Forwards;
import io.twingrid.escalation.StreetFigures;
import io.twingrid.escalation.domain.Deadlines;
import io.twingrid.escalation.domain.StreetCase;
import io.twingrid.escalation.domain.StreetFact;
import io.twingrid.escalation.domain.Tempo;
import io.twingrid.escalation.domain.forward.Forward;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A case as all the facts about its report tell it, in the order of the topic, and what was counted and forwarded besides.
 * Nothing is decided anew: our own facts say what was decided, and of what others did only that counts which needed no fact
 * of ours.
 */
public final class Retold {
    private final Deadlines deadlines;
    private final StreetFigures figures;
    private final Forwards forwards;
    private final List<String> causes = new ArrayList<>();
    private final List<Mono<?>> besides = new ArrayList<>();
    private @Nullable StreetCase theCase;
    private String dispatch = "";
    private long version;

    public Retold(Deadlines deadlines, StreetFigures figures, Forwards forwards) {
        this.deadlines = deadlines;
        this.figures = figures;
        this.forwards = forwards;
    }

    /** The next fact about the report. */
    public void hear(Fact fact) {
        StreetCase before = theCase;
        if (fact.type().equals(ESCALATED)) {
            escalated(fact, FactJson.read(fact.data(), EscalatedData.class));
        } else if (before != null) {
            hear(fact, before);
        }
    }

    /** The case; null if the report never came up. */
    public @Nullable StreetCase theCase() {
        return theCase;
    }

    /** How often the case has changed. */
    public long version() {
        return version;
    }

    /** Ids of the facts of others that led to it, and what else happens once. */
    public List<String> causes() {
        return List.copyOf(causes);
    }

    /** Counts and forwards what the facts tell, as it was done when they were new. */
    public Mono<Void> besides() {
        return Flux.concat(besides).then();
    }

    private void hear(Fact fact, StreetCase before) {
        switch (fact.type()) {
            case REWORK_REQUESTED -> cameBack(fact, before, "rework");
            case REOPENED -> cameBack(fact, before, "reopen");
            case FEEDBACK_GIVEN -> judged(fact, before, FactJson.read(fact.data(), FeedbackData.class));
            case FORWARDED ->
                besides.add(forwards.retold(
                        FactJson.read(fact.data(), ForwardedData.class).toFact()));
            default -> {
                StreetFactType type = StreetFactType.of(fact.type());
                if (type != null && fact.source().equals(OURS)) {
                    told(fact, FactJson.read(fact.data(), OwnFactData.class).toFact(type, before.report()), before);
                }
            }
        }
    }

    private void escalated(Fact fact, EscalatedData up) {
        causes.add(fact.id());
        besides.add(figures.received(fact.id(), up.report(), up.at()));
        StreetCase before = theCase;
        if (before == null) {
            changed(StreetCase.receive(up.reportId(), up.report(), up.escalation(), deadlines));
        } else {
            changedBy(before.receiveAgain(up.report(), up.escalation(), deadlines));
        }
    }

    private void cameBack(Fact fact, StreetCase before, String verb) {
        ComeBackData back = FactJson.read(fact.data(), ComeBackData.class);
        causes.add(fact.id());
        StreetCase after = back.isStreets() ? before.cameBack(back.as(verb), deadlines) : before;
        if (!after.equals(before)) {
            changed(after);
        }
    }

    private void judged(Fact fact, StreetCase before, FeedbackData said) {
        causes.add(fact.id());
        Instant resolvedAt = before.resolvedAt();
        if (resolvedAt != null) {
            besides.add(figures.judged(fact.id(), before.report(), resolvedAt, before.countsOf(said.resolved())));
        }
        changedBy(before.judge(said.resolved(), said.line()));
    }

    private void told(Fact fact, StreetFact said, StreetCase before) {
        if (said instanceof StreetFact.Dispatched) {
            dispatch = fact.id();
        }
        if (said instanceof StreetFact.Urged urged && isUnanswered(urged, before)) {
            causes.add(Forward.unanswered(Forward.idOf(dispatch, String.valueOf(urged.department()))));
        }
        theCase = before.after(said, deadlines);
        version = Math.max(version, ChangeStore.versionIn(fact.id()));
        besides.add(figures.told(fact.id(), before.report(), said));
        besides.add(forwards.follow(fact.id(), said));
    }

    /** Whether the leading department is urged because it has not answered, neither by somebody nor by the end of its time. */
    private static boolean isUnanswered(StreetFact.Urged urged, StreetCase before) {
        Tempo tempo = before.tempo();
        return urged.by().equals(StreetCase.SYSTEM)
                && urged.department() != null
                && urged.department().equals(before.responsibility().leading())
                && tempo != null
                && !tempo.isUrgedBy(urged);
    }

    private void changedBy(Outcome<StreetCase, StreetFact> outcome) {
        if (outcome instanceof Changed<StreetCase, StreetFact> changed) {
            changed(changed.after());
        }
    }

    private void changed(StreetCase after) {
        theCase = after;
        version++;
    }
}
