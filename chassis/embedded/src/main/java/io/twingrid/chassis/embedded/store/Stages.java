package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prepares the stages of a pipeline for the library. One that it does not know it refuses itself, by name. */
final class Stages {

    private static final int ONE_FIELD_NEEDED = 40323;
    private static final int LIMIT_NEEDED = 15958;

    private Stages() {}

    static Document checked(Document stage) {
        if (stage.size() != 1) {
            throw new MongoServerError(
                    ONE_FIELD_NEEDED, "A pipeline stage specification object must contain exactly one field.");
        }
        Map.Entry<String, Object> only = stage.entrySet().iterator().next();
        Object value = only.getValue();
        requireUsable(stage, only.getKey(), value);
        return switch (only.getKey()) {
            case "$match" -> new Document("$match", Filters.prepared(Requests.document(stage, "$match")));
            // Newer names of stages that the library knows by their older ones.
            case "$set" -> new Document("$addFields", value);
            case "$replaceWith" -> new Document("$replaceRoot", new Document("newRoot", value));
            case "$facet" -> facet(Requests.document(stage, "$facet"));
            case "$lookup" -> lookup(Requests.document(stage, "$lookup"));
            default -> stage;
        };
    }

    private static void requireUsable(Document stage, String name, @Nullable Object value) {
        switch (name) {
            case "$project", "$addFields", "$set", "$replaceRoot", "$replaceWith", "$sortByCount", "$redact" ->
                Expressions.requireKnown(value);
            case "$group" -> requireUsableGroup(Requests.document(stage, "$group"));
            case "$bucket" -> requireUsableBucket(Requests.document(stage, "$bucket"));
            case "$limit" -> {
                if (value instanceof Number limit && limit.longValue() <= 0) {
                    throw new MongoServerError(LIMIT_NEEDED, "the limit must be positive");
                }
            }
            default -> {
                // The library checks the others, and refuses those that it does not know by name.
            }
        }
    }

    private static void requireUsableGroup(Document group) {
        Document accumulators = group.clone();
        Expressions.requireKnown(accumulators.remove("_id"));
        Expressions.requireKnownOperands(accumulators);
    }

    private static void requireUsableBucket(Document bucket) {
        Expressions.requireKnown(bucket.get("groupBy"));
        Expressions.requireKnownOperands(Requests.document(bucket, "output"));
    }

    private static Document facet(Document pipelines) {
        Document checked = new Document();
        pipelines.forEach((name, pipeline) -> checked.append(name, pipeline(pipeline)));
        return new Document("$facet", checked);
    }

    private static Object pipeline(Object stages) {
        return stages instanceof Collection<?> list && list.stream().allMatch(Document.class::isInstance)
                ? list.stream().map(stage -> checked((Document) stage)).toList()
                : stages;
    }

    private static Document lookup(Document lookup) {
        if (lookup.containsKey("pipeline")
                && lookup.keySet().stream().anyMatch(Set.of("localField", "foreignField")::contains)) {
            throw Errors.notSupported("a $lookup with both a pipeline and a localField");
        }
        if (!lookup.containsKey("pipeline")) {
            return new Document("$lookup", lookup);
        }
        Document checked = lookup.clone();
        checked.put("pipeline", pipeline(lookup.get("pipeline")));
        return new Document("$lookup", checked);
    }
}
