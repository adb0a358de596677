package io.twingrid.bench.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One document, changed again and again: the files must not grow with it. */
final class RewriteRun {

    private static final int BATCH = 1000;
    private static final long BOUND_MEBIBYTES = 128;

    private final Path folder;
    private final int updates;
    private final int heapMebibytes;
    private final Table table;

    RewriteRun(Path folder, int updates, int heapMebibytes, Table table) {
        this.folder = folder;
        this.updates = updates;
        this.heapMebibytes = heapMebibytes;
        this.table = table;
    }

    void run() throws IOException {
        try (Server server = Server.start(folder, heapMebibytes, false)) {
            MongoCollection<Document> counters = server.collection("counters");
            Document counter = new Document("_id", 1).append("n", 0).append("text", "x".repeat(450));
            Mono.from(counters.insertOne(counter)).block();
            List<UpdateOneModel<Document>> thousand =
                    Collections.nCopies(BATCH, new UpdateOneModel<>(eq("_id", 1), inc("n", 1)));
            Flux.range(0, updates / BATCH)
                    .concatMap(i -> counters.bulkWrite(thousand, new BulkWriteOptions().ordered(true)))
                    .blockLast();
            long files = SpeedRun.bytesIn(folder) >> 20;
            table.add(
                    "files after %,d updates of one document".formatted(updates),
                    "<= %d MB".formatted(BOUND_MEBIBYTES),
                    "%,d MB".formatted(files),
                    files <= BOUND_MEBIBYTES);
        }
    }
}
