package io.twingrid.triage;

import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.change.ChangeStore;
import io.twingrid.chassis.change.Outcome;
import io.twingrid.chassis.change.Outcome.Changed;
import io.twingrid.chassis.change.Result;
import io.twingrid.chassis.change.Versioned;
import io.twingrid.triage.domain.AreaMap;
import io.twingrid.triage.domain.Aside;
import io.twingrid.triage.domain.CaseFact;
import io.twingrid.triage.domain.CaseQuery;
import io.twingrid.triage.domain.Command;
import io.twingrid.triage.domain.CommunityCase;
import io.twingrid.triage.domain.News;
import io.twingrid.triage.domain.Report;
import io.twingrid.triage.domain.Staff;
import io.twingrid.triage.domain.TownRules;
import io.twingrid.triage.store.CaseList;
import io.twingrid.triage.store.NearbyCases;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The community's desk: opens a case for every report, does with it what staff ask for, and hears what others did.
 *
 * <p>Errors of every method: {@link com.mongodb.MongoException} if the store is away.
 */
public final class CommunityDesk {
    private final ChangeStore<CommunityCase, CaseFact> cases;
    private final CaseList list;
    private final NearbyCases nearby;
    private final TownRules rules;
    private final AreaMap areas;
    private final TriageSettings settings;
    private final Clock clock;
    private final MeterRegistry metrics;

    CommunityDesk(
            ChangeStore<CommunityCase, CaseFact> cases,
            CaseList list,
            NearbyCases nearby,
            TownRules rules,
            AreaMap areas,
            TriageSettings settings,
            Clock clock,
            MeterRegistry metrics) {
        this.cases = cases;
        this.list = list;
        this.nearby = nearby;
        this.rules = rules;
        this.areas = areas;
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * A report was submitted. A report has one case: if it is there, nothing changes.
     *
     * @param factId id of the fact that says so
     */
    public Mono<Result<CommunityCase>> open(String factId, String id, Report report) {
        return nearby.idsOfEarlier(id, report, rules.resemblance(report))
                .map(earlier -> CommunityCase.open(id, report, rules.route(report, earlier), clock.instant()))
                .flatMap(opened -> cases.create(id, factId, opened.after(), opened.facts()));
    }

    /**
     * Others did something.
     *
     * @param factId id of the fact that says so; once it is applied, it changes nothing any more
     * @return empty if there is no such case
     */
    public Mono<Result<CommunityCase>> hear(String factId, String id, News news) {
        return cases.changeOnce(id, factId, theCase -> bounded(theCase, theCase.hear(news, rules)));
    }

    /**
     * Something that happened to another case concerns this one. Where this one was merged itself meanwhile, it concerns
     * the one that goes on for it.
     *
     * @param factId id of the fact that says so
     * @return empty if there is no such case
     */
    public Mono<Result<CommunityCase>> hearOfAnother(String factId, String id, News news) {
        return hear(factId, id, news)
                .expand(result -> {
                    Aside aside = result.aggregate().aside();
                    return aside == null || aside.into() == null ? Mono.empty() : hear(factId, aside.into(), news);
                })
                .takeLast(1)
                .next();
    }

    /** A case; empty if there is none, or none that this member of staff may know of. */
    public Mono<Versioned<CommunityCase>> find(String id, Staff staff) {
        return cases.find(id).filter(found -> found.aggregate().isSeenBy(staff));
    }

    /** The earlier cases that may be of the same matter, the nearest first; empty as {@link #find} is. */
    public Mono<List<CommunityCase>> possibleDuplicates(String id, Staff staff) {
        return find(id, staff).map(Versioned::aggregate).flatMap(theCase -> list.ofIds(theCase.possibleDuplicates())
                .map(found -> found.stream()
                        .map(Versioned::aggregate)
                        .filter(other -> other.isSeenBy(staff))
                        .sorted(Comparator.comparingInt(
                                other -> theCase.possibleDuplicates().indexOf(other.id())))
                        .toList()));
    }

    /**
     * The cases that a member of staff may see, newest report first.
     *
     * @param area id of an area to keep to, or null for all of his
     * @param query what else is asked for; its areas are not looked at
     */
    public Mono<List<Versioned<CommunityCase>>> list(Staff staff, @Nullable String area, CaseQuery query) {
        Set<String> within = areasFor(staff, area);
        return within != null && within.isEmpty() ? Mono.just(List.of()) : list.find(query.within(within));
    }

    /**
     * A member of staff asks for something.
     *
     * @param expected the version that he has seen, or null if he does not mind
     * @return how the case is now; empty as {@link #find} is; an error of {@link
     *     io.twingrid.chassis.change.StaleVersionException} if it is not at {@code expected} any more
     */
    public Mono<Result<CommunityCase>> ask(String id, @Nullable Long expected, Command command, Staff staff) {
        return find(id, staff)
                .flatMap(seen -> judgeOf(command, staff))
                .flatMap(judge -> expected == null ? cases.change(id, judge) : cases.change(id, expected, judge))
                .doOnNext(result -> count(command, result));
    }

    /** Who decides on a command: the case itself; on a merger the earlier case has a say as well. */
    private Mono<Judge> judgeOf(Command command, Staff staff) {
        Judge own = theCase -> bounded(theCase, theCase.ask(command, staff, clock.instant(), rules));
        if (!(command instanceof Command.Merge merge)) {
            return Mono.just(own);
        }
        return find(merge.into(), staff)
                .map(earlier -> own.unless(later -> whyNotMerge(earlier.aggregate(), later)))
                .defaultIfEmpty(own.unless(later -> "There is no case '" + merge.into() + "' to merge into."));
    }

    private @Nullable String whyNotMerge(CommunityCase earlier, CommunityCase later) {
        String number = earlier.report().number();
        if (earlier.joined().size() >= settings.mostJoined()) {
            return "Case " + number + " has taken in as many reports as one case may.";
        }
        long supporters = Stream.of(earlier, later)
                .flatMap(one -> one.supporters().stream())
                .distinct()
                .count();
        return supporters > settings.mostSupporters()
                ? "More people support it and case " + number + " than one case can name."
                : earlier.whyNotTake(later);
    }

    /** Says what comes of a case. */
    @FunctionalInterface
    private interface Judge extends Function<CommunityCase, Outcome<CommunityCase, CaseFact>> {

        /** The same, but what would change the case is refused where there is an objection. */
        default Judge unless(Function<CommunityCase, @Nullable String> objection) {
            return theCase -> {
                Outcome<CommunityCase, CaseFact> outcome = apply(theCase);
                String why = outcome instanceof Changed<CommunityCase, CaseFact> ? objection.apply(theCase) : null;
                return why == null ? outcome : Outcome.refused(why);
            };
        }
    }

    /** A document must not grow for ever: when a history is long, mere talk does not go in any more. */
    private Outcome<CommunityCase, CaseFact> bounded(CommunityCase before, Outcome<CommunityCase, CaseFact> outcome) {
        if (!(outcome instanceof Changed<CommunityCase, CaseFact> changed)) {
            return outcome;
        }
        CommunityCase after = changed.after();
        boolean isTalk = after.state() == before.state()
                && after.history().size() > before.history().size()
                && changed.facts().stream().allMatch(CaseFact.Noted.class::isInstance);
        if (isTalk && before.history().size() >= settings.mostHistory()) {
            return Outcome.refused("The case's history is full; it takes only what moves the case.");
        }
        // What a merger brings along is taken: it was asked before the merger, and whatever is not taken now is lost.
        boolean isSupport = after.supporters().size() > before.supporters().size()
                && changed.facts().isEmpty();
        return isSupport && before.supporters().size() >= settings.mostSupporters()
                ? Outcome.refused("More people support the case than it can name.")
                : outcome;
    }

    /**
     * The areas that a member of staff may look into.
     *
     * @param area id of an area to keep to, or null for all of his
     * @return ids, none if it is no affair of his; null for all of the town
     */
    public @Nullable Set<String> areasFor(Staff staff, @Nullable String area) {
        if (area == null) {
            return staff.isAdmin() ? null : staff.areas();
        }
        if (staff.isAdmin() || staff.areas().stream().anyMatch(own -> areas.isWithin(area, own))) {
            return Set.of(area);
        }
        return staff.areas().stream().filter(own -> areas.isWithin(own, area)).collect(Collectors.toUnmodifiableSet());
    }

    private void count(Command command, Result<CommunityCase> result) {
        String outcome = result.kind().name().toLowerCase(Locale.ROOT);
        metrics.counter("community.moves", "verb", command.verb().word(), "outcome", outcome)
                .increment();
    }
}
