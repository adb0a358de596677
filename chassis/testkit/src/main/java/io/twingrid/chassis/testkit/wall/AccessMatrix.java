package io.twingrid.chassis.testkit.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatusCode;
import org.springframework.test.web.reactive.server.FluxExchangeResult;

/**
 * Every operation of the OpenAPI document answers every persona as {@code src/test/resources/access.txt} says. An operation that
 * is not in the table fails the build, and so does a line whose operation is gone.
 */
public interface AccessMatrix extends ServiceUnderTest {
    /** What an answer counts as that says the request itself is not well made: nobody learns from it who may do what. */
    String MALFORMED = "400";

    /**
     * The value of a path variable for one probe. A probe of a command may change what it names, so a service gives each a thing
     * of its own.
     *
     * @param operation method and path as in the table
     */
    default String idFor(String operation, String variable, Persona persona) {
        return variable.equals("observerId") ? "observer-a" : "no-such-" + variable;
    }

    /** What stands behind {@code ?} in one probe, without it. */
    default String queryFor(String operation) {
        return "";
    }

    /** The body of one probe, or null for one made of the schema's required fields. */
    default @Nullable Object bodyFor(String operation, Persona persona) {
        return null;
    }

    @Test
    default void everybodyMayDoWhatTheTableSays() {
        Map<String, List<String>> wanted = AccessTable.read();
        Map<String, List<String>> found = new LinkedHashMap<>();
        List<String> malformed = new ArrayList<>();
        for (Operation operation : Operation.of(service())) {
            List<String> answers = Persona.ALL.stream()
                    .map(persona -> knock(operation, persona, malformed))
                    .toList();
            found.put(operation.toString(), answers);
        }
        assertThat(found)
                .as(() ->
                        "%s is the specification of who may do what. What differs from it is a hole, or a decision that the table"
                                        .formatted(AccessTable.FILE)
                                + " must say: check each line against the rules of access, then write it down. The service answers now:\n\n"
                                + asText(found)
                                + "\n\nProbes that say nothing, because the service calls them malformed (give a body in bodyFor):\n"
                                + String.join("\n", malformed))
                .containsExactlyInAnyOrderEntriesOf(wanted);
    }

    private String knock(Operation operation, Persona persona, List<String> malformed) {
        FluxExchangeResult<byte[]> heard = Probe.send(this, operation, persona, Probe.AS_IT_IS);
        heard.getResponseBody().subscribe().dispose(); // the head is enough; a live stream would never end
        String answer = judge(heard.getStatus());
        if (answer.equals(MALFORMED)) {
            malformed.add(operation + " by " + persona.column());
        }
        return answer;
    }

    private static String judge(HttpStatusCode status) {
        return status.is2xxSuccessful() ? "yes" : String.valueOf(status.value());
    }

    private static String asText(Map<String, List<String>> rows) {
        StringBuilder text = new StringBuilder(AccessTable.head()).append('\n');
        rows.forEach((operation, answers) ->
                text.append(AccessTable.row(operation, answers)).append('\n'));
        return text.toString();
    }
}
