package io.twingrid.chassis.change;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.fact.FactJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/** Facts as they wait in a document's {@code outbox}, in the order in which they happened. */
final class StoredFacts {
    private StoredFacts() {}

    /** An id names the writer, the aggregate, the change and the place in it: stable, however often it is sent. */
    static <F> BsonArray of(
            AggregateMapping<?, F> mapping,
            String service,
            String aggregateId,
            long version,
            List<F> facts,
            @Nullable String traceparent) {
        BsonArray outbox = new BsonArray();
        for (F fact : facts) {
            BsonDocument entry = new BsonDocument()
                    .append("id", new BsonString(service + ":" + aggregateId + ":" + version + ":" + outbox.size()))
                    .append("type", new BsonString(mapping.type(fact)))
                    .append("source", new BsonString("/" + service))
                    .append("subject", new BsonString(mapping.subject(fact)))
                    .append("time", new BsonDateTime(mapping.at(fact).toEpochMilli()))
                    .append("data", new BsonString(FactJson.write(mapping.data(fact))));
            if (traceparent != null) {
                entry.append("traceparent", new BsonString(traceparent));
            }
            outbox.add(entry);
        }
        return outbox;
    }

    /** The version of the aggregate that a fact was told with. */
    static long versionIn(String factId) {
        int end = factId.lastIndexOf(':');
        return Long.parseLong(factId.substring(factId.lastIndexOf(':', end - 1) + 1, end));
    }

    static List<Fact> read(BsonDocument document) {
        List<Fact> facts = new ArrayList<>();
        for (var value : document.getArray("outbox", new BsonArray())) {
            BsonDocument entry = value.asDocument();
            facts.add(new Fact(
                    entry.getString("id").getValue(),
                    entry.getString("type").getValue(),
                    entry.getString("source").getValue(),
                    entry.getString("subject").getValue(),
                    Instant.ofEpochMilli(entry.getDateTime("time").getValue()),
                    entry.containsKey("traceparent")
                            ? entry.getString("traceparent").getValue()
                            : null,
                    entry.getString("data").getValue()));
        }
        return facts;
    }
}
