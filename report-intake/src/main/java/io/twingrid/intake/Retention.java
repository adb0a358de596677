package io.twingrid.intake;

import io.twingrid.intake.domain.Photo;
import io.twingrid.intake.domain.Photos;
import io.twingrid.intake.domain.ReportView;
import io.twingrid.intake.domain.ReportViews;
import io.twingrid.intake.domain.ReportViews.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets go of what concerns persons: after its time, or when a person asks. Doing so twice changes nothing, so any number
 * of instances may sweep.
 */
public final class Retention {
    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final ReportViews views;
    private final Photos photos;
    private final RetentionSettings settings;
    private final Clock clock;

    Retention(ReportViews views, Photos photos, RetentionSettings settings, Clock clock) {
        this.views = views;
        this.photos = photos;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What one sweep lets go of.
     *
     * @param reports ids of reports that are detached from their reporters and supporters
     * @param photos ids of photos that are deleted
     */
    public record Sweep(List<String> reports, List<String> photos) {}

    /** What a sweep would do now; nothing is changed. */
    public Mono<Sweep> plan() {
        return Mono.zip(dueReports().collectList(), duePhotos().map(Photo::id).collectList(), Sweep::new);
    }

    /** Sweeps once, and answers what was let go of. */
    public Mono<Sweep> sweep() {
        return Mono.zip(
                dueReports().concatMap(id -> views.detach(id).thenReturn(id)).collectList(),
                duePhotos()
                        .concatMap(photo -> delete(photo).thenReturn(photo.id()))
                        .collectList(),
                Sweep::new);
    }

    private Flux<String> dueReports() {
        return views.attributedBefore(clock.instant().minus(settings.reporters()), settings.atOnce());
    }

    private Flux<Photo> duePhotos() {
        Instant now = clock.instant();
        return photos.before(now.minus(settings.photos()), now.minus(settings.unused()), settings.atOnce());
    }

    private Mono<Void> delete(Photo photo) {
        Mono<Void> fromReport = photo.reportId() == null ? Mono.empty() : views.dropPhoto(photo.reportId(), photo.id());
        return photos.delete(photo.id()).then(fromReport);
    }

    /** All reports of a person, as he submitted them, the newest first. */
    public Flux<ReportView> reportsOf(String person) {
        return views.newest(new Query(null, null, null, null, person, null, null), 0);
    }

    /** Ids of the reports of which a person said that he sees it too. */
    public Flux<String> supportedBy(String person) {
        return views.supportedBy(person);
    }

    /** What a person has uploaded, in reports or not. */
    public Flux<Photo> photosOf(String person) {
        return photos.of(person);
    }

    /** Detaches a person from his reports, deletes his photos, and takes his support back. */
    public Mono<Void> erase(String person) {
        return photosOf(person)
                .concatMap(this::delete)
                .thenMany(reportsOf(person))
                .concatMap(view -> views.detach(view.report().id()))
                .then(views.forgetSupporter(person));
    }

    /** Sweeps until one lets go of less than it might have. */
    Mono<Void> sweepAll() {
        return sweep().expand(done -> isFull(done) ? sweep() : Mono.empty())
                .doOnNext(Retention::tell)
                .then();
    }

    private boolean isFull(Sweep done) {
        return done.reports().size() == settings.atOnce() || done.photos().size() == settings.atOnce();
    }

    private static void tell(Sweep done) {
        if (!done.reports().isEmpty() || !done.photos().isEmpty()) {
            log.info(
                    "detached persons from {} reports, deleted {} photos",
                    done.reports().size(),
                    done.photos().size());
        }
    }
}
