package io.twingrid.intake.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The views of all reports. */
public interface ReportViews {
    /** Applies what a poll of facts means, in order, in one write. */
    Mono<Void> apply(List<ViewChange> changes);

    /** Empty if the facts about it have not come here, or never will. */
    Mono<ReportView> find(String id);

    /** The newest first, at most {@code limit}. */
    Flux<ReportView> newest(Query query, int limit);

    /**
     * Open reports of a category in any of some cells of {@link Cells}.
     *
     * @param limit of reports that are looked at; more of one category so near are as good as these
     */
    Flux<ReportView> open(String category, List<String> cells, int limit);

    /** Writes down who sees a report from now on, and who decided it. */
    Mono<Void> moderate(String id, Moderation moderation);

    /** Ids of reports that have named a person since before a time, the oldest first. */
    Flux<String> attributedBefore(Instant at, int limit);

    /** Ids of reports of which a person said that he sees it too. */
    Flux<String> supportedBy(String person);

    /** Takes the reporter, his words on the result and the ids of its supporters off a report; their number stays. */
    Mono<Void> detach(String id);

    /** Takes a person's support back, everywhere. */
    Mono<Void> forgetSupporter(String person);

    /** Takes a photo that is deleted off its report. */
    Mono<Void> dropPhoto(String id, String photo);

    /** Public reports of a time, the newest first. */
    Flux<ReportView> window(Window window);

    /** Public reports of which something was said since a time, in the order in which it was said. */
    Flux<ReportView> updatedSince(Instant from, int limit);

    /**
     * Public reports of a time.
     *
     * @param categories codes, or none for any
     * @param open whether something is still to be done, or null for either
     * @param skip so many of the newest
     */
    record Window(
            Instant from,
            Instant to,
            List<String> categories,
            @Nullable Boolean open,
            long skip,
            int limit) {}

    /**
     * Which reports to list; null means any.
     *
     * @param before only those behind this one in the list, or null to begin at the newest
     */
    record Query(
            @Nullable Status status,
            @Nullable String category,
            @Nullable String street,
            @Nullable String community,
            @Nullable String reporter,
            @Nullable Visibility visibility,
            @Nullable Position before) {
        /** The same list from behind a place in it. */
        public Query behind(Position position) {
            return new Query(status, category, street, community, reporter, visibility, position);
        }
    }

    /** A report's place in the list: its time in milliseconds, and its id among those of one time. */
    record Position(long submittedAt, String id) {}
}
