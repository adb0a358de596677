package io.twingrid.points;

import io.twingrid.points.domain.LedgerEntries;

class InMemoryLedgerEntriesTest implements LedgerEntriesContract {
    private final LedgerEntries entries = new InMemoryLedgerEntries();

    @Override
    public LedgerEntries entries() {
        return entries;
    }
}
