package io.twingrid.intake.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nin;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.twingrid.chassis.change.StorePreparation.Prepared;
import io.twingrid.intake.domain.Sha256;
import io.twingrid.intake.domain.Statistics;
import io.twingrid.intake.domain.Tally;
import io.twingrid.intake.domain.Tally.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One document a day and value. It remembers the last facts that it counted, by 64 bits of their digests: a crash between
 * adding and crossing off what was added is made good by the next try, which finds them there.
 */
public final class MongoStatistics implements Statistics, Prepared {
    /** Twice what one poll brings; the document is written anew with each, so they are kept short. */
    private static final int REMEMBERED = 2000;

    private static final int SIDE_BY_SIDE = 8;

    private final MongoCollection<Document> slots;

    public MongoStatistics(MongoDatabase database) {
        this.slots = database.getCollection("statistics");
    }

    @Override
    public Mono<Void> prepare() {
        return Mono.from(slots.createIndex(Indexes.ascending("dimension", "day")))
                .then();
    }

    @Override
    public Mono<Void> add(List<Tally.Entry> entries) {
        Map<Tally.Slot, List<Tally>> bySlot = new LinkedHashMap<>();
        for (Tally.Entry entry : entries) {
            for (Tally.Slot slot : entry.slots()) {
                bySlot.computeIfAbsent(slot, key -> new ArrayList<>()).add(entry.tally());
            }
        }
        return Flux.fromIterable(bySlot.entrySet())
                .flatMap(slot -> add(slot.getKey(), slot.getValue()), SIDE_BY_SIDE)
                .then();
    }

    // All at once, as a rule. If some of them are in already, the filter finds nothing and the insert meets the
    // document;
    // then one by one, where the same means that this one is in.
    private Mono<Void> add(Tally.Slot slot, List<Tally> tallies) {
        return write(slot, tallies)
                .onErrorResume(
                        Duplicates::isTaken,
                        e -> tallies.size() == 1
                                ? Mono.empty()
                                : Flux.fromIterable(tallies)
                                        .concatMap(tally -> add(slot, List.of(tally)))
                                        .then());
    }

    private Mono<Void> write(Tally.Slot slot, List<Tally> tallies) {
        List<Long> ids = tallies.stream()
                .map(tally -> Sha256.bits(tally.factId() + " " + tally.what()))
                .toList();
        Map<String, Integer> sums = new TreeMap<>();
        tallies.forEach(tally -> sums.merge(tally.what(), tally.amount(), Integer::sum));
        List<Bson> updates = new ArrayList<>();
        sums.forEach((what, sum) -> updates.add(Updates.inc("counts." + what, (long) sum)));
        updates.add(Updates.pushEach("recent", ids, new PushOptions().slice(-REMEMBERED)));
        updates.add(Updates.setOnInsert("day", slot.day()));
        updates.add(Updates.setOnInsert("dimension", slot.dimension().name()));
        updates.add(Updates.setOnInsert("value", slot.value()));
        return Mono.from(slots.updateOne(
                        and(eq("_id", slot.id()), nin("recent", ids)),
                        Updates.combine(updates),
                        new UpdateOptions().upsert(true)))
                .then();
    }

    @Override
    public Flux<Counts> read(Dimension dimension, String from, String to) {
        return Flux.from(slots.find(and(eq("dimension", dimension.name()), gte("day", from), lte("day", to))))
                .map(document -> {
                    Map<String, Long> counts = new TreeMap<>();
                    document.get("counts", Document.class)
                            .forEach((what, count) -> counts.put(what, ((Number) count).longValue()));
                    return new Counts(document.getString("value"), counts);
                });
    }
}
