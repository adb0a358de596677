package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import io.twingrid.chassis.embedded.store.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a pipeline that is a query like another, and so can use indexes: {@code $match}, then {@code $sort},
 * {@code $skip}, {@code $limit}. What comes after it works on what the query found.
 *
 * @param query the beginning
 * @param rest the stages behind it
 */
record PipelineHead(Query query, List<Document> rest) {

    static PipelineHead of(List<Document> pipeline) {
        List<Document> matches = new ArrayList<>();
        int at = 0;
        while (nameAt(pipeline, at, "$match")) {
            matches.add(Requests.document(pipeline.get(at), "$match"));
            at++;
        }
        Document sort = null;
        if (nameAt(pipeline, at, "$sort")) {
            sort = Requests.document(pipeline.get(at), "$sort");
            at++;
        }
        long skip = 0;
        if (nameAt(pipeline, at, "$skip")) {
            skip = Requests.notNegative(pipeline.get(at), "$skip");
            at++;
        }
        long limit = 0;
        if (nameAt(pipeline, at, "$limit")) {
            limit = Requests.notNegative(pipeline.get(at), "$limit");
            at++;
        }
        Query query = new Query(Filters.prepared(allOf(matches)), sort, skip, limit, null);
        return new PipelineHead(query, pipeline.subList(at, pipeline.size()));
    }

    PipelineHead withHint(@Nullable Object hint) {
        return new PipelineHead(new Query(query.filter(), query.sort(), query.skip(), query.limit(), hint), rest);
    }

    private static boolean nameAt(List<Document> pipeline, int at, String stage) {
        return at < pipeline.size() && pipeline.get(at).keySet().equals(Set.of(stage));
    }

    private static Document allOf(List<Document> matches) {
        return switch (matches.size()) {
            case 0 -> new Document();
            case 1 -> matches.getFirst();
            default -> new Document("$and", matches);
        };
    }
}
