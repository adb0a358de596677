package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.Json;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.twingrid.chassis.embedded.store.engine.Namespace;
import io.twingrid.chassis.embedded.store.index.IndexField;
import io.twingrid.chassis.embedded.store.index.IndexSpec;

/** MongoDB's errors, by its own codes. */
final class Errors {

    private static final int INTERNAL_ERROR = 1;
    private static final int FAILED_TO_PARSE = 9;
    private static final int NAMESPACE_NOT_FOUND = 26;
    private static final int INDEX_NOT_FOUND = 27;
    private static final int INVALID_NAMESPACE = 73;
    private static final int INVALID_OPTIONS = 72;
    private static final int NOT_IMPLEMENTED = 238;
    private static final int DUPLICATE_KEY = 11000;

    private Errors() {}

    /** For what MongoDB can do and this store cannot: it says so, and names it. */
    static MongoServerError notSupported(String what) {
        return new MongoServerError(
                NOT_IMPLEMENTED, "NotImplemented", what + " is not supported by the embedded store");
    }

    static MongoServerError failedToParse(String message) {
        return new MongoServerError(FAILED_TO_PARSE, "FailedToParse", message);
    }

    static MongoServerError invalidOptions(String message) {
        return new MongoServerError(INVALID_OPTIONS, "InvalidOptions", message);
    }

    static MongoServerError invalidNamespace(String name) {
        return new MongoServerError(
                INVALID_NAMESPACE, "InvalidNamespace", "Invalid namespace specified '" + name + "'");
    }

    static MongoServerError namespaceNotFound(Namespace namespace) {
        return new MongoServerError(NAMESPACE_NOT_FOUND, "NamespaceNotFound", "ns does not exist: " + namespace);
    }

    static MongoServerError indexNotFound(Object index) {
        return new MongoServerError(INDEX_NOT_FOUND, "IndexNotFound", "can't find index: " + index);
    }

    static MongoServerError duplicateKey(Namespace namespace, IndexSpec index, Document document) {
        Document key = new Document();
        for (IndexField field : index.fields()) {
            key.append(field.path(), Utils.getSubdocumentValueCollectionAware(document, field.path()));
        }
        return new MongoServerError(
                DUPLICATE_KEY,
                "DuplicateKey",
                "E11000 duplicate key error collection: " + namespace + " index: " + index.name() + " dup key: "
                        + Json.toJsonValue(key, true, "{ ", " }"));
    }

    /** The answer to a command that failed as a whole. */
    static Document answer(RuntimeException failure) {
        MongoServerError error = asError(failure);
        return new Document("ok", 0.0)
                .append("errmsg", error.getMessageWithoutErrorCode())
                .append("code", error.getCode())
                .append("codeName", error.getCodeName());
    }

    /** The part of an answer that tells of one statement that failed among others. */
    static Document writeError(int index, RuntimeException failure) {
        MongoServerError error = asError(failure);
        return new Document("index", index)
                .append("code", error.getCode())
                .append("errmsg", error.getMessageWithoutErrorCode());
    }

    private static MongoServerError asError(RuntimeException failure) {
        return switch (failure) {
            case MongoServerError error -> error;
            // The library throws the bare kind for requests that make no sense.
            case MongoServerException exception -> failedToParse(exception.getMessageWithoutErrorCode());
            default -> new MongoServerError(INTERNAL_ERROR, "InternalError", failure.toString());
        };
    }
}
