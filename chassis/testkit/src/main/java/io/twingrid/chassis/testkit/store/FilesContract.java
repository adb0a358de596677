package io.twingrid.chassis.testkit.store;

import static io.twingrid.chassis.testkit.store.StoreUnderTest.all;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.done;
import static io.twingrid.chassis.testkit.store.StoreUnderTest.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoGridFSException;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.gridfs.GridFSBucket;
import com.mongodb.reactivestreams.client.gridfs.GridFSBuckets;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files that are larger than a document are kept in pieces (GridFS). */
public interface FilesContract extends StoreUnderTest {

    @Test
    default void aFileComesBackAsItWasAndGoesAltogether() {
        GridFSBucket photos = GridFSBuckets.create(
                database(), "f" + UUID.randomUUID().toString().substring(0, 8));
        byte[] picture = new byte[700_000];
        new Random(7).nextBytes(picture);
        ObjectId id = one(photos.uploadFromPublisher(
                "lamp.jpg",
                Mono.just(ByteBuffer.wrap(picture)),
                new GridFSUploadOptions().metadata(new Document("type", "image/jpeg"))));
        assertThat(read(photos, id)).isEqualTo(picture);
        assertThat(one(photos.find(Filters.eq("_id", id))).getLength()).isEqualTo(picture.length);
        done(photos.delete(id));
        assertThat(all(photos.find())).isEmpty();
    }

    @Test
    default void aFileThatIsNotThereIsNeitherReadNorDeleted() {
        GridFSBucket photos = GridFSBuckets.create(
                database(), "f" + UUID.randomUUID().toString().substring(0, 8));
        assertThatThrownBy(() -> read(photos, new ObjectId())).isInstanceOf(MongoGridFSException.class);
        assertThatThrownBy(() -> done(photos.delete(new ObjectId()))).isInstanceOf(MongoGridFSException.class);
    }

    private static byte[] read(GridFSBucket bucket, ObjectId id) {
        ByteBuffer whole = ByteBuffer.allocate(1 << 20);
        Flux.from(bucket.downloadToPublisher(id)).doOnNext(whole::put).blockLast();
        byte[] bytes = new byte[whole.flip().remaining()];
        whole.get(bytes);
        return bytes;
    }
}
