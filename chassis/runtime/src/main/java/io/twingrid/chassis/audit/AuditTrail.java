package io.twingrid.chassis.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.twingrid.chassis.change.StorePreparation.Prepared;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The lines as they are kept: added and read, never changed; the store takes them away when their time is over. */
final class AuditTrail implements Prepared {
    private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);

    private final MongoCollection<Document> lines;
    private final Duration kept;
    private final Counter lost;

    AuditTrail(MongoDatabase database, AuditSettings settings, MeterRegistry metrics) {
        this.lines = database.getCollection("audit");
        this.kept = settings.kept();
        this.lost = Counter.builder("audit.lost")
                .description("Commands whose line could not be written; must be 0")
                .register(metrics);
    }

    @Override
    public Mono<Void> prepare() {
        return Flux.from(lines.createIndexes(List.of(
                        new IndexModel(compoundIndex(ascending("by"), descending("_id"))),
                        new IndexModel(compoundIndex(ascending("subjects"), descending("_id"))),
                        new IndexModel(ascending("gone"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS)))))
                .then();
    }

    /** The command is done whether its line can be written or not: an answer that said otherwise would be a lie. */
    Mono<Void> add(AuditEntry entry) {
        return Mono.from(lines.insertOne(new Document("_id", new ObjectId(entry.id()))
                        .append("at", Date.from(entry.at()))
                        .append("by", entry.by())
                        .append("roles", entry.roles())
                        .append("operation", entry.operation())
                        .append("subjects", entry.subjects())
                        .append("status", entry.status())
                        .append("from", entry.from())
                        .append("requestId", entry.requestId())
                        .append("gone", Date.from(entry.at().plus(kept)))))
                .onErrorResume(e -> {
                    lost.increment();
                    log.error("the audit has no line of {} by {}: {}", entry.operation(), entry.by(), e.toString());
                    return Mono.empty();
                })
                .then();
    }

    /** The newest lines first. */
    Flux<AuditEntry> page(@Nullable String by, @Nullable String subject, @Nullable ObjectId before, int size) {
        Bson whose = by == null ? empty() : eq("by", by);
        Bson about = subject == null ? empty() : eq("subjects", subject);
        Bson older = before == null ? empty() : lt("_id", before);
        return Flux.from(lines.find(and(whose, about, older))
                        .sort(descending("_id"))
                        .limit(size)
                        .batchSize(size))
                .map(AuditTrail::entry);
    }

    private static AuditEntry entry(Document line) {
        return new AuditEntry(
                line.getObjectId("_id").toHexString(),
                line.getDate("at").toInstant(),
                line.getString("by"),
                line.getList("roles", String.class),
                line.getString("operation"),
                line.getList("subjects", String.class),
                line.getInteger("status"),
                line.getString("from"),
                line.getString("requestId"));
    }
}
