package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.backend.aggregation.stage.GroupStage;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.twingrid.chassis.embedded.store.query.Query;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prepares the stages of a pipeline for the library, and refuses by name what it does not know, at whatever depth. */
final class Stages {

    private static final int ONE_FIELD_NEEDED = 40323;
    private static final int LIMIT_NEEDED = 15958;
    private static final int UNWIND_OPTION_UNKNOWN = 28811;
    private static final int UNKNOWN_STAGE = 40324;
    private static final Set<String> KNOWN = Set.of(
            "$addFields",
            "$bucket",
            "$count",
            "$facet",
            "$graphLookup",
            "$group",
            "$indexStats",
            "$limit",
            "$lookup",
            "$match",
            "$merge",
            "$out",
            "$project",
            "$redact",
            "$replaceRoot",
            "$replaceWith",
            "$sample",
            "$set",
            "$skip",
            "$sort",
            "$sortByCount",
            "$unset",
            "$unwind");
    private static final Set<String> UNWIND_OPTIONS = Set.of("path", "includeArrayIndex", "preserveNullAndEmptyArrays");

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
        if (!KNOWN.contains(name)) {
            throw new MongoServerError(UNKNOWN_STAGE, "Unrecognized pipeline stage name: '" + name + "'");
        }
        switch (name) {
            case "$project", "$addFields", "$set", "$replaceRoot", "$replaceWith", "$sortByCount", "$redact" ->
                Expressions.requireKnown(value);
            case "$group" -> requireUsableGroup(Requests.document(stage, "$group"));
            case "$bucket" -> requireUsableBucket(Requests.document(stage, "$bucket"));
            case "$sort" -> Query.inOrder(Requests.document(stage, "$sort"));
            case "$unwind" -> requireUsableUnwind(value);
            case "$limit" -> {
                if (value instanceof Number limit && limit.longValue() <= 0) {
                    throw new MongoServerError(LIMIT_NEEDED, "the limit must be positive");
                }
            }
            default -> {
                // The library checks the others.
            }
        }
    }

    private static void requireUsableUnwind(@Nullable Object unwind) {
        if (unwind instanceof Document options) {
            for (String option : options.keySet()) {
                if (!UNWIND_OPTIONS.contains(option)) {
                    throw new MongoServerError(
                            UNWIND_OPTION_UNKNOWN, "unrecognized option to $unwind stage: " + option);
                }
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
        Document output = Requests.document(bucket, "output");
        Expressions.requireKnownOperands(output);
        requireKnownAccumulators(output);
    }

    /** The library looks at a group's accumulators when it is made, at a bucket's only when it meets a document. */
    private static void requireKnownAccumulators(Document output) {
        Document group = new Document("_id", null);
        group.putAll(output);
        new GroupStage(group);
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
