package io.twingrid.intake.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.MongoGridFSException;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import com.mongodb.reactivestreams.client.gridfs.GridFSBucket;
import com.mongodb.reactivestreams.client.gridfs.GridFSBuckets;
import io.twingrid.chassis.change.StorePreparation.Prepared;
import io.twingrid.intake.domain.Fingerprint;
import io.twingrid.intake.domain.Photo;
import io.twingrid.intake.domain.Photos;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is known of a photo in a document, its pictures in GridFS. */
public final class MongoPhotos implements Photos, Prepared {
    /** Looked at for one photo; a picture that is in more reports than this is known well enough. */
    private static final int MOST_ALIKE = 200;

    private final MongoCollection<Document> photos;
    private final GridFSBucket pictures;

    public MongoPhotos(MongoDatabase database) {
        this.photos = database.getCollection("photos");
        this.pictures = GridFSBuckets.create(database, "pictures");
    }

    @Override
    public Mono<Void> prepare() {
        return Flux.just(ascending("bands"), ascending("at"), ascending("client"), ascending("unusedSince"))
                .concatMap(photos::createIndex)
                .then();
    }

    // The pictures first: what is left of a crash in between is never found, and never shown.
    @Override
    public Mono<Void> keep(Photo photo, ByteBuffer large, ByteBuffer small) {
        Document document = new Document("_id", photo.id())
                .append("client", photo.client())
                .append("at", Date.from(photo.at()))
                .append("unusedSince", Date.from(photo.at()))
                .append("width", photo.width())
                .append("height", photo.height())
                .append("fingerprint", photo.fingerprint().bits())
                .append("bands", photo.fingerprint().bands());
        return store(photo.id(), Photo.Size.LARGE, large)
                .then(store(photo.id(), Photo.Size.SMALL, small))
                .then(Mono.from(photos.insertOne(document)))
                .then();
    }

    private Mono<Void> store(String id, Photo.Size size, ByteBuffer picture) {
        return Mono.from(pictures.uploadFromPublisher(name(id, size), id, Mono.just(picture)));
    }

    @Override
    public Mono<Photo> find(String id) {
        return Mono.from(photos.find(eq("_id", id)).first()).map(MongoPhotos::photo);
    }

    @Override
    public Flux<ByteBuffer> content(String id, Photo.Size size) {
        return Flux.from(pictures.downloadToPublisher(name(id, size)));
    }

    @Override
    public Mono<Void> attach(List<String> ids, String reportId) {
        return Mono.from(photos.updateMany(
                        in("_id", ids),
                        Updates.combine(Updates.set("reportId", reportId), Updates.unset("unusedSince"))))
                .then();
    }

    @Override
    public Flux<Photo> alike(Fingerprint fingerprint) {
        return Flux.from(photos.find(and(in("bands", fingerprint.bands()), exists("reportId")))
                        .limit(MOST_ALIKE))
                .map(MongoPhotos::photo);
    }

    @Override
    public Flux<Photo> before(Instant used, Instant unused, int limit) {
        return Flux.concat(
                        photos.find(lt("unusedSince", unused))
                                .sort(ascending("unusedSince"))
                                .limit(limit),
                        photos.find(lt("at", used)).sort(ascending("at")).limit(limit))
                .map(MongoPhotos::photo)
                .distinct(Photo::id)
                .take(limit);
    }

    @Override
    public Flux<Photo> of(String client) {
        return Flux.from(photos.find(eq("client", client))).map(MongoPhotos::photo);
    }

    // What is known of it first: then nobody finds the pictures any more.
    @Override
    public Mono<Void> delete(String id) {
        return Mono.from(photos.deleteOne(eq("_id", id)))
                .filter(result -> result.getDeletedCount() == 1)
                .thenMany(Flux.just(Photo.Size.values()))
                .concatMap(size -> Mono.from(pictures.delete(name(id, size)))
                        .onErrorResume(MongoGridFSException.class, e -> Mono.empty()))
                .then();
    }

    private static BsonValue name(String id, Photo.Size size) {
        return new BsonString(id + "/" + size.name().toLowerCase(Locale.ROOT));
    }

    private static Photo photo(Document document) {
        return new Photo(
                document.getString("_id"),
                document.getString("client"),
                document.getDate("at").toInstant(),
                document.getInteger("width"),
                document.getInteger("height"),
                new Fingerprint(document.getLong("fingerprint")),
                document.getString("reportId"));
    }
}
