package io.twingrid.bench.store;

import java.util.Random;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** Documents of about 500 bytes, like the cases of a town. Their ids come in no order, as those of requests do. */
final class Sample {

    static final int AREAS = 50;
    static final int STATES = 8;
    private static final long FIRST_AT = 1_700_000_000_000L;
    private static final int TEXT_LENGTH = 330;
    private static final String TEXT =
            "Street lamp 7 at the corner is dark since Monday; the cover of the shaft beside it moves when a truck passes. ";

    private final Random random;

    Sample(long seed) {
        this.random = new Random(seed);
    }

    /** The id of the n-th document: spread over the whole key space. */
    static String id(long n) {
        long mixed = (n + 1) * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
        return "r-%016x".formatted(mixed ^ (mixed >>> 32));
    }

    String area() {
        return "area-%02d".formatted(random.nextInt(AREAS));
    }

    String state() {
        return "state-" + random.nextInt(STATES);
    }

    /** When the n-th document was changed: a second after the one before. */
    static BsonDateTime at(long n) {
        return new BsonDateTime(FIRST_AT + n * 1000);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** All fields but the id. */
    BsonDocument fields(long n) {
        int from = random.nextInt(TEXT.length());
        return new BsonDocument("area", new BsonString(area()))
                .append("state", new BsonString(state()))
                .append("at", at(n))
                .append("version", new BsonInt32(1))
                .append("category", new BsonString("0" + (1000 + random.nextInt(9000))))
                .append("reporter", new BsonString("observer-" + random.nextInt(2000)))
                .append("text", new BsonString(TEXT.repeat(5).substring(from, from + TEXT_LENGTH)));
    }
}
