package io.twingrid.chassis.change;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** How an aggregate's document goes from one version to the next: only what differs is written. */
final class DocumentChange {
    /** More causes than any aggregate's story has; the oldest are forgotten, long after their redelivery has ended. */
    private static final int MOST_CAUSES = 500;

    private static final Set<String> OWN =
            Set.of("_id", "version", "outbox", "outboxSince", "outboxRefused", "applied");

    private DocumentChange() {}

    /** Completes a new document with the store's own fields. */
    static void first(BsonDocument document, BsonArray facts, @Nullable String cause, Instant now) {
        document.append("version", new BsonInt64(1));
        document.append("outbox", facts);
        if (!facts.isEmpty()) {
            document.append("outboxSince", new BsonDateTime(now.toEpochMilli()));
        }
        BsonArray applied = new BsonArray();
        if (cause != null) {
            applied.add(new BsonString(cause));
        }
        document.append("applied", applied);
    }

    /** Completes a document that a replay has made with the store's own fields. */
    static void restored(BsonDocument document, long version, List<String> causes) {
        document.append("version", new BsonInt64(version));
        document.append("outbox", new BsonArray());
        document.append(
                "applied",
                new BsonArray(causes.stream()
                        .skip(Math.max(0, causes.size() - MOST_CAUSES))
                        .map(BsonString::new)
                        .toList()));
    }

    static BsonDocument between(
            BsonDocument before,
            BsonDocument after,
            long version,
            BsonArray facts,
            @Nullable String cause,
            Instant now) {
        BsonDocument set = new BsonDocument("version", new BsonInt64(version));
        BsonDocument unset = new BsonDocument();
        after.forEach((name, value) -> {
            if (!OWN.contains(name) && !value.equals(before.get(name))) {
                set.append(name, value);
            }
        });
        before.keySet().stream()
                .filter(name -> !OWN.contains(name) && !after.containsKey(name))
                .forEach(name -> unset.append(name, new BsonString("")));
        BsonDocument update = new BsonDocument("$set", set);
        if (!unset.isEmpty()) {
            update.append("$unset", unset);
        }
        BsonDocument push = new BsonDocument();
        if (!facts.isEmpty()) {
            push.append("outbox", new BsonDocument("$each", facts));
            // The smaller of both: the relay may have emptied the outbox, and taken the time away, since it was read.
            update.append("$min", new BsonDocument("outboxSince", new BsonDateTime(now.toEpochMilli())));
        }
        if (cause != null) {
            push.append("applied", lastCauses(cause));
        }
        if (!push.isEmpty()) {
            update.append("$push", push);
        }
        return update;
    }

    static BsonDocument noted(String cause) {
        return new BsonDocument("$push", new BsonDocument("applied", lastCauses(cause)));
    }

    private static BsonDocument lastCauses(String cause) {
        return new BsonDocument("$each", new BsonArray(List.of(new BsonString(cause))))
                .append("$slice", new BsonInt32(-MOST_CAUSES));
    }
}
