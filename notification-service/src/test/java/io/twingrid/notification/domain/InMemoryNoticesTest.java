package io.twingrid.notification.domain;

/** The list that other tests stand on keeps the store's promises. */
class InMemoryNoticesTest implements NoticesContract {
    @Override
    public Notices notices() {
        return new InMemoryNotices();
    }

    @Override
    public Notices notices(Notices other) {
        return other;
    }
}
