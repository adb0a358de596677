package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import io.twingrid.chassis.embedded.store.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;

/** {@code insert}, {@code update}, {@code delete} and {@code findAndModify}. */
final class WriteCommands {

    private static final Set<String> COMMON = Set.of("ordered", "bypassDocumentValidation");
    private static final Set<String> UPDATE_STATEMENT = Set.of("q", "u", "multi", "upsert", "arrayFilters");
    private static final Set<String> DELETE_STATEMENT = Set.of("q", "limit");
    private static final Set<String> FIND_AND_MODIFY = Set.of(
            "findAndModify",
            "findandmodify",
            "query",
            "sort",
            "remove",
            "update",
            "new",
            "fields",
            "upsert",
            "arrayFilters",
            "bypassDocumentValidation");

    private final StoreDatabase database;

    WriteCommands(StoreDatabase database) {
        this.database = database;
    }

    Document insert(Document request) {
        requireKnown(request, "insert", "documents");
        StoreCollection collection = database.existingOrNew(Requests.name(request, "insert"));
        List<Document> documents = Requests.documents(request, "documents");
        int[] inserted = {0};
        List<Document> errors = eachOf(documents.size(), request, i -> {
            collection.addDocument(documents.get(i));
            inserted[0]++;
        });
        return answer(new Document("n", inserted[0]), errors);
    }

    Document update(Document request) {
        requireKnown(request, "update", "updates");
        StoreCollection collection = database.existingOrNew(Requests.name(request, "update"));
        List<Document> statements = Requests.documents(request, "updates");
        UpdateTally tally = new UpdateTally();
        List<Document> errors =
                eachOf(statements.size(), request, i -> tally.add(i, update(collection, statements.get(i))));
        return answer(tally.answer(), errors);
    }

    private static Document update(StoreCollection collection, Document statement) {
        Requests.requireKnown(statement, UPDATE_STATEMENT);
        return collection.update(
                Requests.document(statement, "q"),
                statement.get("u"),
                statement.get("arrayFilters"),
                Requests.flag(statement, "multi", false),
                Requests.flag(statement, "upsert", false));
    }

    Document delete(Document request) {
        requireKnown(request, "delete", "deletes");
        StoreCollection collection = database.existing(Requests.name(request, "delete"));
        List<Document> statements = Requests.documents(request, "deletes");
        int[] deleted = {0};
        List<Document> errors = eachOf(statements.size(), request, i -> {
            Document statement = statements.get(i);
            Requests.requireKnown(statement, DELETE_STATEMENT);
            Document filter = Requests.document(statement, "q");
            Filters.prepared(filter);
            if (collection != null) {
                int limit = (int) Requests.number(statement, "limit", 0);
                deleted[0] += collection.deleteDocuments(filter, limit, NoopOplog.get());
            }
        });
        return answer(new Document("n", deleted[0]), errors);
    }

    private static void requireKnown(Document request, String command, String statements) {
        Requests.requireKnown(request, union(COMMON, Set.of(command, statements)));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }

    /** Runs the statements of a command; the first failure ends an ordered one. */
    private static List<Document> eachOf(int count, Document request, IntConsumer statement) {
        boolean ordered = Requests.flag(request, "ordered", true);
        List<Document> errors = new ArrayList<>();
        for (int i = 0; i < count && (errors.isEmpty() || !ordered); i++) {
            try {
                statement.accept(i);
            } catch (MongoServerException | ClassCastException | IllegalArgumentException e) {
                errors.add(Errors.writeError(i, e));
            }
        }
        return errors;
    }

    private static Document answer(Document counts, List<Document> errors) {
        if (!errors.isEmpty()) {
            counts.append("writeErrors", errors);
        }
        return Replies.ok(counts);
    }

    Document findAndModify(String command, Document request) {
        Requests.requireKnown(request, FIND_AND_MODIFY);
        String name = Requests.name(request, command);
        Document filter = Requests.document(request, "query");
        Filters.prepared(filter);
        Query.inOrder(Requests.document(request, "sort"));
        Projections.checked(Requests.optionalDocument(request, "fields"));
        if (Requests.flag(request, "remove", false)) {
            requireNoUpdate(request);
        } else {
            Updates.checked(request.get("update"), request.get("arrayFilters"), false);
        }
        boolean upsert = Requests.flag(request, "upsert", false);
        StoreCollection collection = upsert ? database.existingOrNew(name) : database.existing(name);
        if (collection == null) {
            return Replies.ok(new Document("lastErrorObject", new Document("n", 0).append("updatedExisting", false))
                    .append("value", null));
        }
        return new FindAndModify(collection, request).run();
    }

    private static void requireNoUpdate(Document request) {
        if (request.get("update") != null || Requests.flag(request, "new", false)) {
            throw Errors.failedToParse("Cannot specify both an update and remove=true");
        }
    }

    /** Adds up what the statements of one update command have done. */
    private static final class UpdateTally {
        private final List<Document> upserted = new ArrayList<>();
        private int matched;
        private int modified;

        void add(int index, Document result) {
            matched += count(result, "n");
            modified += count(result, "nModified");
            if (result.containsKey("upserted")) {
                upserted.add(new Document("index", index).append("_id", result.get("upserted")));
            }
        }

        private static int count(Map<String, Object> result, String name) {
            return ((Number) Objects.requireNonNull(result.get(name))).intValue();
        }

        Document answer() {
            Document answer = new Document("n", matched + upserted.size()).append("nModified", modified);
            if (!upserted.isEmpty()) {
                answer.append("upserted", upserted);
            }
            return answer;
        }
    }
}
