package io.twingrid.intake.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** The unique index decides who came first; here it is said in one place how a store says no. */
final class Duplicates {
    private Duplicates() {}

    static boolean isTaken(Throwable e) {
        return e instanceof MongoWriteException write && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    /** False if there was a document of that key already. */
    static Mono<Boolean> isNew(Publisher<?> insert) {
        return Mono.from(insert).thenReturn(true).onErrorResume(Duplicates::isTaken, e -> Mono.just(false));
    }
}
