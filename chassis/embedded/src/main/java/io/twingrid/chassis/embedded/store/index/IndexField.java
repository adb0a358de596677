package io.twingrid.chassis.embedded.store.index;

/**
 * One field of an index.
 *
 * @param path the dotted path
 * @param ascending whether low values come first
 */
public record IndexField(String path, boolean ascending) {

    int direction() {
        return ascending ? 1 : -1;
    }
}
