package io.twingrid.triage.events;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.Outcome.Changed;
import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.fact.FactJson;
import io.twingrid.triage.domain.CaseFact;
import io.twingrid.triage.domain.Cases;
import io.twingrid.triage.domain.CommunityCase;
import io.twingrid.triage.domain.Joined;
import io.twingrid.triage.domain.Level;
import io.twingrid.triage.domain.News;
import io.twingrid.triage.domain.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * A case at its desk, the topic with its facts, and a reader who has nothing but the topic; as topic and store promise
 * them. Facts of one report are read in order and at least once, those of several reports in any order among each other;
 * others may say something between two facts of one change of ours; our facts may be on the topic several times. A fact
 * that was applied changes nothing any more.
 */
final class DeskOnTopic {
    private final Random random;
    private final List<Fact> topic = new ArrayList<>();
    private final List<Fact> ours = new ArrayList<>();
    private final List<Merger> mergers = List.of(new Merger("later-1"), new Merger("later-2"), new Merger("later-3"));
    private final Set<String> applied = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private final Retold retold = new Retold(Cases.RULES);
    private CommunityCase theCase;
    private long version = 1;
    private long stated = 1;
    private int read;

    /** Another report on the topic, which is merged into the case and taken away again, and how far it was read. */
    private static final class Merger {
        private final String laterId;
        private final List<News> facts = new ArrayList<>();
        private int read;

        Merger(String laterId) {
            this.laterId = laterId;
        }
    }

    /**
     * A report is submitted and becomes a case.
     *
     * @param sayings what others say of it before that
     */
    DeskOnTopic(Random random, Fact submitted, List<Fact> sayings) {
        this.random = random;
        put(submitted);
        sayings.forEach(this::put);
        Report report = FactJson.read(submitted.data(), ReportSubmitted.class).report();
        Changed<CommunityCase, CaseFact> opened = CommunityCase.open(
                Cases.ID, report, Cases.routing(random.nextInt(5) == 0 ? Level.STREET : Level.COMMUNITY), Cases.NINE);
        theCase = opened.after();
        state(opened.facts(), List.of());
        readOn();
    }

    CommunityCase theCase() {
        return theCase;
    }

    /** The case as its facts alone tell it. */
    CommunityCase rebuilt() {
        CommunityCase rebuilt = retold.theCase();
        if (rebuilt == null) {
            throw new AssertionError("nothing was told of the case");
        }
        return rebuilt;
    }

    /** Whether what is stated next after a rebuild has an id that no fact has yet. */
    boolean hasRebuiltVersion() {
        return retold.version() >= stated && retold.version() <= version;
    }

    /**
     * Somebody asks, or time does.
     *
     * @param meanwhile what others say while the facts of the change are being sent
     */
    void change(Function<CommunityCase, Outcome<CommunityCase, CaseFact>> verb, List<Fact> meanwhile) {
        change(verb.apply(theCase), meanwhile);
        readOn();
    }

    /** Others say something, and the desk hears it. */
    void hear(Fact fact) {
        put(fact);
        readOn();
    }

    /** The desk begins again at a place that it has read long since; nothing but that is there for it. */
    void readAgain() {
        read = random.nextInt(topic.size());
        readOn();
    }

    /** Another report is merged into the case or taken away again; the desk reads on there, perhaps once more, or later. */
    void hearOfAnother(Instant now) {
        Merger merger = mergers.get(random.nextInt(mergers.size()));
        Joined later = new Joined(merger.laterId, null, List.of("photo"), List.of("wang"));
        merger.facts.add(
                merger.facts.size() % 2 == 0
                        ? new News.Joins(now, "lead", later)
                        : new News.Parts(now, "lead", merger.laterId));
        if (random.nextInt(3) == 0) {
            merger.read = random.nextInt(merger.facts.size());
        }
        while (merger.read < merger.facts.size() && random.nextInt(4) > 0) {
            deliver(merger.laterId + ':' + merger.read, merger.facts.get(merger.read));
            merger.read++;
        }
        readOn();
    }

    private void readOn() {
        while (read < topic.size()) {
            Fact fact = topic.get(read++);
            News news = Retold.newsIn(fact);
            if (news != null) {
                deliver(fact.id(), news);
            }
        }
    }

    private void deliver(String factId, News news) {
        if (applied.add(factId)) {
            change(theCase.hear(news, Cases.RULES), List.of());
        }
    }

    private void change(Outcome<CommunityCase, CaseFact> outcome, List<Fact> meanwhile) {
        if (outcome instanceof Changed<CommunityCase, CaseFact> changed) {
            theCase = changed.after();
            version++;
            state(changed.facts(), meanwhile);
        }
    }

    private void state(List<CaseFact> facts, List<Fact> meanwhile) {
        List<Fact> outbox = new ArrayList<>();
        for (CaseFact fact : facts) {
            outbox.add(new Fact(
                    "triage-service:" + Cases.ID + ':' + version + ':' + outbox.size(),
                    CaseFactFormat.type(fact),
                    "/triage-service",
                    Cases.ID,
                    fact.at(),
                    null,
                    FactJson.write(CaseFactFormat.data(fact))));
            stated = version;
        }
        for (int place = 0; place < outbox.size(); place++) {
            if (place > 0) {
                meanwhile.forEach(this::put);
            }
            put(outbox.get(place));
        }
        ours.addAll(outbox);
        if (random.nextInt(4) == 0) {
            // Whoever sent the last of them stopped before he had noted it; they are sent again.
            int last = Math.min(ours.size(), 1 + random.nextInt(4));
            ours.subList(ours.size() - last, ours.size()).forEach(this::put);
        }
    }

    private void put(Fact fact) {
        topic.add(fact);
        // As the chassis' rebuild reads a topic.
        if (told.add(fact.id())) {
            retold.hear(fact);
        }
    }
}
