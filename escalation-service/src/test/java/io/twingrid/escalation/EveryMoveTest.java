package io.twingrid.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.escalation.domain.StreetState;
import io.twingrid.escalation.domain.Verb;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Over HTTP: in every state everybody gets 409 for every verb that is not his now, and is told those that are. */
@ExtendWith(CentreExtension.class)
class EveryMoveTest {
    private final Centre centre;

    EveryMoveTest(Centre centre) {
        this.centre = centre;
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotAllowedIsRefusedAndNamesWhatIs(StreetState state) {
        String id = caseIn(state);
        Map<String, WebTestClient> people = Map.of(
                "coordinator", centre.coordinator(),
                "admin", centre.admin(),
                "power leads", centre.officer("power"),
                "gas joins", centre.officer("gas"),
                "water declined", centre.officer("water"));
        people.forEach((name, person) -> {
            JsonNode seen = centre.read(person, id);
            List<String> allowed = words(seen);
            for (Verb verb : Verb.values()) {
                if (!allowed.contains(verb.word())) {
                    assertRefused(person, id, verb, allowed, state + ": " + name + " asks to " + verb.word());
                }
            }
            assertThat(centre.read(person, id)).as("nothing has changed").isEqualTo(seen);
        });
    }

    private void assertRefused(WebTestClient person, String id, Verb verb, List<String> allowed, String what) {
        JsonNode answer = Centre.json(centre.ask(person, id, verb.word(), bodyOf(verb)));
        // Who asks for what is so already is answered calmly with the case as it is.
        if (!answer.has("state")) {
            assertThat(answer.path("status").asInt()).as(what).isEqualTo(409);
            assertThat(answer.path("type").asString()).as(what).endsWith("move-not-allowed");
            assertThat(words(answer)).as(what).isEqualTo(allowed);
        }
    }

    private String caseIn(StreetState state) {
        String id = centre.escalated();
        WebTestClient coordinator = centre.coordinator();
        centre.done(coordinator, id, "dispatch", "{\"department\":\"water\"}");
        centre.done(centre.officer("water"), id, "decline", "{\"reason\":\"非我职责\"}");
        centre.done(coordinator, id, "dispatch", "{\"department\":\"power\",\"coDepartments\":[\"gas\"]}");
        switch (state) {
            case DISPATCHED -> {}
            case RECEIVED -> centre.done(centre.officer("power"), id, "decline", bodyOf(Verb.DECLINE));
            case ACCEPTED -> centre.done(centre.officer("power"), id, "accept", "{}");
            case ON_HOLD -> centre.done(coordinator, id, "hold", bodyOf(Verb.HOLD));
            case RETURNED -> centre.done(coordinator, id, "return", bodyOf(Verb.RETURN));
            case RESOLVED -> centre.done(coordinator, id, "resolve", bodyOf(Verb.RESOLVE));
        }
        return id;
    }

    private static String bodyOf(Verb verb) {
        return switch (verb) {
            case DISPATCH -> "{\"department\":\"telecom\"}";
            case ACCEPT, REPORT_IN, URGE, RESUME, APPROVE_EXTENSION -> "{}";
            case DECLINE, RETURN, DECLINE_EXTENSION -> "{\"reason\":\"非我职责\"}";
            case HOLD -> "{\"reason\":\"等待\",\"reviewOn\":\"" + later() + "\"}";
            case EXTEND -> "{\"reason\":\"等待\",\"until\":\"" + later() + "\"}";
            case RESOLVE -> "{\"note\":\"已修复\"}";
            case NOTE -> "{\"text\":\"记录\"}";
        };
    }

    private static String later() {
        return Instant.now()
                .plus(90, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
    }

    private static List<String> words(JsonNode answer) {
        return answer.path("allowed").values().stream().map(JsonNode::asString).toList();
    }
}
