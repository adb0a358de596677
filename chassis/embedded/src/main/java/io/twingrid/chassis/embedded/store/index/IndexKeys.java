package io.twingrid.chassis.embedded.store.index;

import java.util.List;

/**
 * A document's keys in one index.
 *
 * @param keys without the record; none when the document is not in the index, several when a field is an array
 * @param arrayFields one bit for each field of the index that went through an array
 */
public record IndexKeys(List<byte[]> keys, long arrayFields) {

    static final IndexKeys NONE = new IndexKeys(List.of(), 0);
}
