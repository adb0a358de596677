package io.twingrid.triage.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A case being changed: starts as the case is, ends as the next one. */
final class CaseDraft {
    private final CommunityCase before;
    private Area area;
    private Priority priority;
    private Due verify;
    private Due resolve;
    private CaseState state;
    private @Nullable String handler;
    private @Nullable Resolution resolution;
    private @Nullable Aside aside;
    private @Nullable Wish wish;
    private List<String> supporters;
    private List<Joined> joined;
    private List<String> possibleDuplicates;
    private Track track;

    CaseDraft(CommunityCase before) {
        this.before = before;
        this.area = before.area();
        this.priority = before.priority();
        this.verify = before.verify();
        this.resolve = before.resolve();
        this.state = before.state();
        this.handler = before.handler();
        this.resolution = before.resolution();
        this.aside = before.aside();
        this.wish = before.wish();
        this.supporters = before.supporters();
        this.joined = before.joined();
        this.possibleDuplicates = before.possibleDuplicates();
        this.track = before.track();
    }

    /** What belongs to a state only is gone in another: who put it aside why, how it was done, which wish is open. */
    CaseDraft state(CaseState next) {
        state = next;
        wish = null;
        if (next != CaseState.ON_HOLD && next != CaseState.MERGED) {
            aside = null;
        }
        if (next != CaseState.RESOLVED && next != CaseState.CLOSED) {
            resolution = null;
        }
        if (next.isOpen()) {
            track = track.undone();
        }
        return this;
    }

    CaseDraft routed(CaseFact.Routed to) {
        area = to.area();
        priority = to.priority();
        verify = new Due(to.at(), to.verifyBy());
        resolve = new Due(resolve.from(), to.resolveBy());
        possibleDuplicates = to.possibleDuplicates();
        track = track.told(false);
        return this;
    }

    CaseDraft verify(Due next) {
        verify = next;
        return this;
    }

    CaseDraft resolve(Due next) {
        resolve = next;
        return this;
    }

    CaseDraft handler(@Nullable String next) {
        handler = next;
        return this;
    }

    CaseDraft resolution(Resolution how) {
        resolution = how;
        return this;
    }

    CaseDraft aside(Aside next) {
        aside = next;
        return this;
    }

    CaseDraft wish(@Nullable Wish next) {
        wish = next;
        return this;
    }

    CaseDraft track(Track next) {
        track = next;
        return this;
    }

    Track track() {
        return track;
    }

    CaseDraft supportedBy(Collection<String> people) {
        Set<String> all = new LinkedHashSet<>(supporters);
        all.addAll(people);
        supporters = List.copyOf(all);
        return this;
    }

    CaseDraft joins(Joined later) {
        parts(later.reportId());
        joined = plus(joined, later);
        return this;
    }

    CaseDraft parts(String laterId) {
        joined = joined.stream()
                .filter(later -> !later.reportId().equals(laterId))
                .toList();
        return this;
    }

    /** The case with one more line in its story. */
    CommunityCase told(HistoryEntry line) {
        CommunityCase after = finished(plus(before.history(), line), line.at(), Light.OFF);
        return finished(after.history(), line.at(), after.lightAt(line.at()));
    }

    /** The case without a line in its story. */
    CommunityCase untold(Instant at) {
        return finished(before.history(), at, before.light());
    }

    /** The case with another light, and nothing to tell. */
    static CommunityCase lit(CommunityCase before, Light light) {
        return new CaseDraft(before).finished(before.history(), before.updatedAt(), light);
    }

    private CommunityCase finished(List<HistoryEntry> history, Instant at, Light light) {
        return new CommunityCase(
                before.id(),
                before.report(),
                area,
                priority,
                verify,
                resolve,
                state,
                light,
                handler,
                resolution,
                aside,
                wish,
                supporters,
                joined,
                possibleDuplicates,
                track,
                history,
                at);
    }

    private static <T> List<T> plus(List<T> before, T last) {
        List<T> all = new ArrayList<>(before.size() + 1);
        all.addAll(before);
        all.add(last);
        return all;
    }
}
