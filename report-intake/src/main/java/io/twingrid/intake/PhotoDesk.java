package io.twingrid.intake;

import com.fasterxml.uuid.Generators;
import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.problem.ProblemException;
import io.twingrid.chassis.security.Caller;
import io.twingrid.intake.domain.Flag;
import io.twingrid.intake.domain.Photo;
import io.twingrid.intake.domain.Photos;
import io.twingrid.intake.photo.BadPhotoException;
import io.twingrid.intake.photo.Darkroom;
import io.twingrid.intake.photo.Developed;
import io.twingrid.intake.photo.PhotoSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Takes photos in, ties them to reports, and shows them to whom the report may be shown. */
public final class PhotoDesk implements AutoCloseable {
    private static final Duration BUSY = Duration.ofSeconds(5);

    private final Photos photos;
    private final Darkroom darkroom;
    private final Reading reading;
    private final PhotoSettings settings;
    private final Clock clock;
    private final Scheduler workers;

    PhotoDesk(Photos photos, Darkroom darkroom, Reading reading, PhotoSettings settings, Clock clock) {
        this.photos = photos;
        this.darkroom = darkroom;
        this.reading = reading;
        this.settings = settings;
        this.clock = clock;
        this.workers = Schedulers.newBoundedElastic(settings.workers(), settings.waiting(), "darkroom");
    }

    /** A photo that was taken in, and what its file said of place and time; that is told to the sender and not kept. */
    public record Received(Photo photo, Developed developed) {}

    /**
     * Takes a photo in.
     *
     * @param client who sends it
     * @return an error is a problem: 400 if it is no picture, 413 if it is too large, 503 if too many wait
     */
    public Mono<Received> take(Flux<DataBuffer> body, String client) {
        return Mono.usingWhen(
                        Mono.fromCallable(() -> Files.createTempFile("twingrid-photo", null))
                                .subscribeOn(workers),
                        file -> DataBufferUtils.write(bounded(body), file)
                                .then(Mono.fromCallable(() -> darkroom.develop(Files.readAllBytes(file)))
                                        .subscribeOn(workers)),
                        file -> Mono.fromRunnable(() -> delete(file)).subscribeOn(Schedulers.boundedElastic()))
                .flatMap(developed -> keep(developed, client))
                .onErrorMap(BadPhotoException.class, e -> Problem.invalid("photo", String.valueOf(e.getMessage()))
                        .asException())
                .onErrorMap(RejectedExecutionException.class, e -> Problem.of(
                                HttpStatus.SERVICE_UNAVAILABLE, "try-again", "Too many photos at once; send it again.")
                        .retryAfter(BUSY)
                        .asException());
    }

    private Mono<Received> keep(Developed developed, String client) {
        Photo photo = new Photo(
                Generators.timeBasedEpochGenerator().generate().toString(),
                client,
                clock.instant(),
                developed.width(),
                developed.height(),
                developed.fingerprint(),
                null);
        return photos.keep(photo, developed.large(), developed.small()).thenReturn(new Received(photo, developed));
    }

    private Flux<DataBuffer> bounded(Flux<DataBuffer> body) {
        AtomicLong bytes = new AtomicLong();
        return body.handle((buffer, sink) -> {
            if (bytes.addAndGet(buffer.readableByteCount()) > settings.upload().toBytes()) {
                DataBufferUtils.release(buffer);
                sink.error(new DataBufferLimitException("a photo has at most " + settings.upload()));
            } else {
                sink.next(buffer);
            }
        });
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Passes if a client may use these photos in a report; else 400 names the one that he may not. */
    Mono<Void> check(List<String> ids, String client, String reportId) {
        return Flux.fromIterable(ids)
                .concatMap(id -> photos.find(id)
                        .filter(photo -> photo.isFor(client, reportId))
                        .switchIfEmpty(Mono.error(() -> Problem.invalid(
                                        "photos", "there is no photo of yours '" + id + "' that is in no other report")
                                .asException())))
                .then();
    }

    /** Ties photos to their report, and tells which of them were in another one before. */
    Mono<List<Flag>> attach(List<String> ids, String reportId) {
        return ids.isEmpty()
                ? Mono.just(List.of())
                : photos.attach(ids, reportId)
                        .thenMany(Flux.fromIterable(ids))
                        .concatMap(photos::find)
                        .filter(photo -> photo.fingerprint().isTelling())
                        .concatMap(photo -> photos.alike(photo.fingerprint())
                                .filter(other -> other.fingerprint().distance(photo.fingerprint()) <= settings.alike()))
                        .map(other -> Objects.requireNonNullElse(other.reportId(), reportId))
                        .filter(other -> !other.equals(reportId))
                        .distinct()
                        .map(Flag::photoUsedBefore)
                        .collectList();
    }

    /** A picture for somebody who may see its report; its sender may see it before it has one. 404 for others. */
    public Mono<Picture> see(String id, Photo.Size size, Caller caller) {
        return photos.find(id)
                .filterWhen(photo -> maySee(photo, caller))
                .switchIfEmpty(
                        Mono.error(() -> Problem.notFound("photo of this id").asException()))
                .map(photo -> new Picture(photo, photos.content(photo.id(), size)));
    }

    /** A picture's bytes, JPEG. */
    public record Picture(Photo photo, Flux<ByteBuffer> bytes) {}

    private Mono<Boolean> maySee(Photo photo, Caller caller) {
        String report = photo.reportId();
        return report == null
                ? Mono.just(caller.is("admin") || photo.client().equals(caller.id()))
                : reading.seen(report, caller).hasElement().onErrorReturn(ProblemException.class, false);
    }

    @Override
    public void close() {
        workers.dispose();
    }
}
