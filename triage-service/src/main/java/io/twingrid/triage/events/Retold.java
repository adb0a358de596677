package io.twingrid.triage.events;

import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.Outcome.Changed;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.fact.FactJson;
import io.twingrid.triage.domain.CaseFact;
import io.twingrid.triage.domain.CommunityCase;
import io.twingrid.triage.domain.News;
import io.twingrid.triage.domain.Report;
import io.twingrid.triage.domain.TownRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as all the facts about its report tell it, in the order of the topic. Nothing is decided anew: our own facts say
 * what was decided, and of what others did only that counts which needed no fact of ours.
 */
public final class Retold {
    private static final String OURS = "/triage-service";

    private final TownRules rules;
    private final List<String> causes = new ArrayList<>();
    private final List<News> waiting = new ArrayList<>();
    private @Nullable Report report;
    private @Nullable CommunityCase theCase;
    private long version;

    public Retold(TownRules rules) {
        this.rules = rules;
    }

    /** The next fact about the report; each once, however often it stands on the topic. */
    public void hear(Fact fact) {
        if (fact.source().equals(OURS)) {
            hearOurs(fact);
            return;
        }
        if (fact.type().equals("io.twingrid.report.submitted.v1")) {
            report = FactJson.read(fact.data(), ReportSubmitted.class).report();
            causes.add(fact.id());
            return;
        }
        News news = newsIn(fact);
        if (news != null) {
            causes.add(fact.id());
            waiting.add(news);
        }
    }

    /** The case; null if it was never on a desk. */
    public @Nullable CommunityCase theCase() {
        hearWhatWaits();
        return theCase;
    }

    /** The report; null if nobody told of it. */
    public @Nullable Report report() {
        return report;
    }

    /** How often the case has changed. */
    public long version() {
        hearWhatWaits();
        return version;
    }

    /** Ids of the facts of others that led to it. */
    public List<String> causes() {
        return List.copyOf(causes);
    }

    private void hearOurs(Fact fact) {
        Report known = report;
        if (known == null) {
            return;
        }
        CaseFact said = OwnFacts.read(fact, known);
        long told = ChangeStore.versionIn(fact.id());
        if (told > version) {
            hearWhatWaits();
        }
        CommunityCase before = theCase;
        if (before != null) {
            theCase = before.after(said);
        } else if (said instanceof CaseFact.Routed routed) {
            theCase = CommunityCase.opened(known, routed);
        }
        version = Math.max(version, told);
    }

    /** On the topic news may stand before our word that there is a case, or amid our facts of one change: it came after. */
    private void hearWhatWaits() {
        CommunityCase now = theCase;
        if (now == null) {
            return;
        }
        for (News news : waiting) {
            if (now.hear(news, rules) instanceof Changed<CommunityCase, CaseFact> changed
                    && changed.facts().isEmpty()) {
                now = changed.after();
                version++;
            }
        }
        waiting.clear();
        theCase = now;
    }

    /** What a fact of others says that makes a difference to a case; null if it says nothing. */
    static @Nullable News newsIn(Fact fact) {
        String data = fact.data();
        return switch (fact.type()) {
            case "io.twingrid.report.dispatched.v1" ->
                FactJson.read(data, StreetDispatched.class).news();
            case "io.twingrid.report.returned.v1" ->
                FactJson.read(data, StreetReturned.class).news();
            case "io.twingrid.report.feedback-given.v1" ->
                FactJson.read(data, FeedbackGiven.class).news();
            case "io.twingrid.report.supported.v1" ->
                FactJson.read(data, ReportSupported.class).news();
            case "io.twingrid.report.resolved.v1" -> {
                ReportResolved done = FactJson.read(data, ReportResolved.class);
                yield done.isByStreet() ? done.news() : null;
            }
            default -> null;
        };
    }
}
