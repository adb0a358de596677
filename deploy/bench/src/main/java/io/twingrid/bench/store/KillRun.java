package io.twingrid.bench.store;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Path;
import java.util.Random;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Kills the store under load, again and again, and looks for what it had acknowledged. */
final class KillRun {

    private static final long SHORTEST_MILLIS = 300;
    private static final int SPREAD_MILLIS = 2200;

    private final Path folder;
    private final int kills;
    private final int heapMebibytes;
    private final Table table;

    KillRun(Path folder, int kills, int heapMebibytes, Table table) {
        this.folder = folder;
        this.kills = kills;
        this.heapMebibytes = heapMebibytes;
        this.table = table;
    }

    void run() throws InterruptedException {
        Acknowledged acknowledged = new Acknowledged();
        Random random = new Random(30);
        long lost = 0;
        long disagreeing = 0;
        for (int i = 0; i < kills; i++) {
            Server server = Server.start(folder, heapMebibytes, i % 3 == 2);
            MongoCollection<Document> cases = prepared(server);
            Agreement agreement = Agreement.of(cases);
            lost += acknowledged.missingIn(cases);
            disagreeing += agreement.disagreements();
            long millis = SHORTEST_MILLIS + random.nextInt(SPREAD_MILLIS);
            Thread killer = new Thread(() -> {
                pause(millis);
                server.kill();
            });
            killer.start();
            acknowledged.writeUntilItDies(cases);
            killer.join();
            server.disconnect();
        }
        try (Server last = Server.start(folder, heapMebibytes, false)) {
            MongoCollection<Document> cases = prepared(last);
            lost += acknowledged.missingIn(cases);
            disagreeing += Agreement.of(cases).disagreements();
        }
        String what = "%d x kill -9 under load, every third in sync mode: ".formatted(kills);
        table.add(
                what + "acknowledged writes lost", "0", "%,d of %,d".formatted(lost, acknowledged.count()), lost == 0);
        table.add(what + "indexes disagreeing with the documents", "0", String.valueOf(disagreeing), disagreeing == 0);
    }

    private static MongoCollection<Document> prepared(Server server) {
        MongoCollection<Document> cases = server.collection("cases");
        Mono.from(cases.createIndex(compoundIndex(ascending("area"), descending("at", "_id"))))
                .block();
        Mono.from(cases.createIndex(ascending("tags"))).block();
        Mono.from(cases.createIndex(
                        ascending("number"), new IndexOptions().unique(true).sparse(true)))
                .block();
        return cases;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
