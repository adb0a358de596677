package io.twingrid.chassis.embedded.store;

import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.IndexKey;
import io.twingrid.chassis.embedded.store.engine.IndexTree;

/** An index for the eyes of the library's stages, which ask for its fields and whether it is unique. It finds nothing. */
final class IndexDescription extends EmptyIndex<Long> {

    private final IndexTree index;

    IndexDescription(IndexTree index) {
        super(
                index.spec().name(),
                index.spec().fields().stream()
                        .map(field -> new IndexKey(field.path(), field.ascending()))
                        .toList());
        this.index = index;
    }

    @Override
    public boolean isUnique() {
        return index.spec().unique();
    }

    @Override
    public long getCount() {
        return index.size();
    }
}
