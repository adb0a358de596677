package io.twingrid.triage.domain;

import io.twingrid.chassis.change.Outcome;
import io.twingrid.triage.domain.CaseFact.Escalated;
import io.twingrid.triage.domain.CaseFact.Routed;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A report while a community answers for it (社区案件).
 *
 * <p>{@link Asking}, {@link Hearing} and {@link Waking} decide what comes of a verb, of what others did and of time;
 * {@link #after} alone says what a fact of ours does to the case.
 *
 * @param id the report's id
 * @param verify by when somebody is to have looked
 * @param resolve by when it is to be settled
 * @param light how it stands against its time, as of the last change
 * @param handler id of the person of the community who handles it or did it, or null
 * @param resolution how it was done; there while the case is RESOLVED or CLOSED, else null
 * @param aside there while the case is ON_HOLD or MERGED, else null
 * @param wish more time that somebody asks for and nobody has decided on yet, or null
 * @param supporters ids of the people who are concerned as well
 * @param joined later reports of the same matter
 * @param possibleDuplicates ids of earlier reports that may be of the same matter, the nearest first
 * @param updatedAt when something happened to it the last time
 */
public record CommunityCase(
        String id,
        Report report,
        Area area,
        Priority priority,
        Due verify,
        Due resolve,
        CaseState state,
        Light light,
        @Nullable String handler,
        @Nullable Resolution resolution,
        @Nullable Aside aside,
        @Nullable Wish wish,
        List<String> supporters,
        List<Joined> joined,
        List<String> possibleDuplicates,
        Track track,
        List<HistoryEntry> history,
        Instant updatedAt) {
    /** Who acts where no person does. */
    public static final String SYSTEM = "system";

    public CommunityCase {
        supporters = List.copyOf(supporters);
        joined = List.copyOf(joined);
        possibleDuplicates = List.copyOf(possibleDuplicates);
        history = List.copyOf(history);
    }

    /** A report becomes a case. What belongs to the street by its category goes up at once. */
    public static Outcome.Changed<CommunityCase, CaseFact> open(
            String id, Report report, Routing routing, Instant now) {
        Routed routed = new Routed(
                id,
                now,
                routing.area(),
                routing.priority(),
                routing.verifyBy(),
                routing.resolveBy(),
                routing.possibleDuplicates());
        CommunityCase opened = opened(report, routed);
        if (routing.level() == Level.COMMUNITY) {
            return new Outcome.Changed<>(opened, List.of(routed));
        }
        CaseFact escalated = opened.escalated(now, SYSTEM, Cause.CATEGORY, null);
        return new Outcome.Changed<>(opened.after(escalated), List.of(routed, escalated));
    }

    /** The case that a report is once it is on a desk. */
    public static CommunityCase opened(Report report, Routed to) {
        Instant from = report.submittedAt();
        Due verify = new Due(from, to.verifyBy());
        return new CommunityCase(
                to.reportId(),
                report,
                to.area(),
                to.priority(),
                verify,
                new Due(from, to.resolveBy()),
                CaseState.ROUTED,
                verify.lightAt(to.at()),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                to.possibleDuplicates(),
                Track.NEW,
                List.of(HistoryEntry.of(to)),
                to.at());
    }

    /** A member of staff asks for something. Asking for what is so already changes nothing. */
    public Outcome<CommunityCase, CaseFact> ask(Command command, Staff staff, Instant now, TownRules rules) {
        return new Asking(this, staff, now, rules).outcomeOf(command);
    }

    /** Others did something. What does not concern the case as it stands changes nothing. */
    public Outcome<CommunityCase, CaseFact> hear(News news, TownRules rules) {
        return new Hearing(this, rules).outcomeOf(news);
    }

    /** Time has passed: the first of the things that are due is done, if there is any. */
    public Outcome<CommunityCase, CaseFact> wake(Instant now, TownRules rules) {
        return Waking.outcomeAt(this, now, rules);
    }

    /**
     * When something about the case changes by itself next, or null.
     *
     * @param feedbackWindow how long it waits for a word of the reporter once it is done
     */
    public @Nullable Instant wakeAt(Duration feedbackWindow) {
        return Waking.next(this, feedbackWindow).map(Waking::at).orElse(null);
    }

    /** The case as it is once this has happened. */
    public CommunityCase after(CaseFact fact) {
        return Story.after(this, fact);
    }

    /** Whether a member of staff may know of this case. */
    public boolean isSeenBy(Staff staff) {
        return staff.isAdmin() || area.ids().stream().anyMatch(staff.areas()::contains);
    }

    /** The verbs that a member of staff may use next. */
    public Set<Verb> allowedTo(Staff staff) {
        Set<Verb> verbs = EnumSet.noneOf(Verb.class);
        verbs.addAll(Moves.allowed(state, staff.roles()));
        if (wish == null) {
            verbs.removeAll(EnumSet.of(Verb.APPROVE_EXTENSION, Verb.DECLINE_EXTENSION));
        }
        return verbs;
    }

    /** Who answers for it now. */
    public Level owner() {
        return state == CaseState.ESCALATED ? Level.STREET : Level.COMMUNITY;
    }

    /** Whether this is the earlier of two reports, which is the one that is kept. */
    boolean isEarlierThan(CommunityCase other) {
        int order = report.submittedAt().compareTo(other.report.submittedAt());
        return order < 0 || (order == 0 && id.compareTo(other.id) < 0);
    }

    /** Why another case cannot be merged into this one, as a sentence; null if it can. */
    public @Nullable String whyNotTake(CommunityCase later) {
        if (!isEarlierThan(later)) {
            return "The earlier case is kept: merge " + report.number() + " into "
                    + later.report().number() + " instead.";
        }
        return state.isOpen() ? null : "Case " + report.number() + " is " + state.word() + "; it takes no other in.";
    }

    /** All photos that show it: the report's own and those of reports that joined it. */
    public List<String> allPhotos() {
        return joined.isEmpty()
                ? report.photos()
                : java.util.stream.Stream.concat(
                                report.photos().stream(), joined.stream().flatMap(later -> later.photos().stream()))
                        .distinct()
                        .toList();
    }

    Light lightAt(Instant now) {
        return switch (state) {
            case ROUTED -> verify.lightAt(now);
            case VERIFIED, ASSIGNED -> resolve.lightAt(now);
            case ON_HOLD, ESCALATED, RESOLVED, CLOSED, REJECTED, MERGED -> Light.OFF;
        };
    }

    Escalated escalated(Instant now, String by, Cause cause, @Nullable String note) {
        return new Escalated(id, now, by, cause, note, report, area, priority);
    }

    /** How it is once all of these have happened. */
    Outcome<CommunityCase, CaseFact> happened(List<CaseFact> facts) {
        CommunityCase after = this;
        for (CaseFact fact : facts) {
            after = after.after(fact);
        }
        return Outcome.changed(after, facts);
    }

    Outcome<CommunityCase, CaseFact> happened(CaseFact fact) {
        return happened(List.of(fact));
    }
}
