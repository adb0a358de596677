package io.twingrid.bench.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Whether each index says the same as the documents. */
final class Agreement {

    private static final Bson UNINDEXED = new Document("$natural", 1);

    private final MongoCollection<Document> documents;
    private final List<Document> all;
    private long disagreements;

    private Agreement(MongoCollection<Document> documents) {
        this.documents = documents;
        this.all = list(new Document(), UNINDEXED);
    }

    static Agreement of(MongoCollection<Document> documents) {
        Agreement agreement = new Agreement(documents);
        agreement.compareValues("area", new Document("area", 1).append("at", -1).append("_id", -1));
        agreement.compareValues("tags", upwards("tags"));
        agreement.compareValues("number", upwards("number"));
        agreement.compareOrder();
        return agreement;
    }

    long disagreements() {
        return disagreements;
    }

    private static Bson upwards(String field) {
        return new Document(field, 1);
    }

    /** For each value, the documents that the index finds are those that have it. */
    private void compareValues(String field, Bson index) {
        Map<Object, Set<Object>> having = new HashMap<>();
        for (Document document : all) {
            for (Object value : valuesOf(document.get(field))) {
                having.computeIfAbsent(value, key -> new HashSet<>()).add(document.get("_id"));
            }
        }
        having.forEach((value, expected) -> {
            List<Object> found = list(eq(field, value), index).stream()
                    .map(document -> document.get("_id"))
                    .toList();
            if (found.size() != expected.size() || !expected.containsAll(found)) {
                disagreements++;
            }
        });
    }

    private static List<?> valuesOf(@Nullable Object value) {
        return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    }

    /** Read through an index from end to end, every document comes once. */
    private void compareOrder() {
        Map<Object, Document> byId =
                all.stream().collect(Collectors.toMap(document -> document.get("_id"), Function.identity()));
        List<Document> ordered = new ArrayList<>(Objects.requireNonNull(Flux.from(documents
                        .find()
                        .sort(new Document("area", 1).append("at", -1).append("_id", -1)))
                .collectList()
                .block()));
        if (ordered.size() != all.size()
                || !ordered.stream().allMatch(document -> document.equals(byId.get(document.get("_id"))))) {
            disagreements++;
        }
    }

    private List<Document> list(Bson filter, Bson hint) {
        return Objects.requireNonNull(
                Flux.from(documents.find(filter).hint(hint).batchSize(5000))
                        .collectList()
                        .block());
    }
}
