package io.twingrid.points.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.twingrid.chassis.problem.Problem;
import io.twingrid.chassis.problem.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Ids that a retry finds again: made of who asks and the {@code Idempotency-Key} that he sends along. */
final class IdempotencyKey {
    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 200;

    private IdempotencyKey() {}

    /** The id of what is asked for; a fresh one without a key. */
    static String idFor(String caller, String what, @Nullable String key) {
        if (key == null) {
            return UUID.randomUUID().toString();
        }
        if (key.isBlank() || key.length() > LONGEST) {
            throw Problem.invalid(HEADER, "from 1 to " + LONGEST + " characters")
                    .asException();
        }
        String name = what + "\n" + caller.length() + "\n" + caller + key;
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    }

    static ProblemException usedForSomethingElse() {
        return Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "key-used",
                        "This Idempotency-Key was used before, for something else.")
                .asException();
    }
}
