package io.twingrid.chassis.embedded.store.engine;

/** Where a collection is: {@code database.collection}. */
public record Namespace(String database, String collection) {

    @Override
    public String toString() {
        return database + "." + collection;
    }
}
