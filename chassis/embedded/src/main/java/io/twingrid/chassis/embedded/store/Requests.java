package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.TypeMismatchException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a command, and refuses options that would be ignored although they matter. */
final class Requests {

    /** Said with every command; none of it changes what this store does. */
    private static final Set<String> EVERYWHERE = Set.of(
            "$db",
            "$readPreference",
            "$clusterTime",
            "lsid",
            "comment",
            "maxTimeMS",
            "readConcern",
            "writeConcern",
            "apiVersion",
            "apiStrict",
            "apiDeprecationErrors");

    private Requests() {}

    /**
     * Refuses every option that is neither known nor without effect.
     *
     * @param known the options which the command honours, its own name among them
     */
    static void requireKnown(Document request, Set<String> known) {
        for (Map.Entry<String, Object> option : request.entrySet()) {
            String name = option.getKey();
            boolean harmless = known.contains(name) || EVERYWHERE.contains(name) || isOff(option.getValue());
            if (!harmless) {
                throw Errors.notSupported("the option '" + name + "'");
            }
        }
    }

    private static boolean isOff(@Nullable Object value) {
        return !Utils.isTrue(value) || (value instanceof Document document && document.isEmpty());
    }

    static Document document(Document request, String name) {
        Object value = request.get(name);
        if (value == null) {
            return new Document();
        }
        if (!(value instanceof Document document)) {
            throw new TypeMismatchException("Expected field " + name + " to be of type object");
        }
        return document;
    }

    static @Nullable Document optionalDocument(Document request, String name) {
        return request.get(name) == null ? null : document(request, name);
    }

    static List<Document> documents(Document request, String name) {
        Object value = request.get(name);
        if (!(value instanceof Collection<?> list) || !list.stream().allMatch(Document.class::isInstance)) {
            throw new TypeMismatchException("Expected field " + name + " to be an array of objects");
        }
        return list.stream().map(Document.class::cast).toList();
    }

    static long number(Document request, String name, long otherwise) {
        Object value = request.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof Number number)) {
            throw new TypeMismatchException("Expected field " + name + " to be a number");
        }
        return number.longValue();
    }

    static long notNegative(Document request, String name) {
        long value = number(request, name, 0);
        if (value < 0) {
            throw Errors.failedToParse(name + " value must be non-negative, but received: " + value);
        }
        return value;
    }

    static String name(Document request, String command) {
        if (!(request.get(command) instanceof String name) || name.isEmpty()) {
            throw Errors.invalidNamespace(String.valueOf(request.get(command)));
        }
        return name;
    }

    static boolean flag(Document request, String name, boolean otherwise) {
        Object value = request.get(name);
        return value == null ? otherwise : Utils.isTrue(value);
    }
}
