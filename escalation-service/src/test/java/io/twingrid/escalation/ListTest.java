package io.twingrid.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Lists: those received last first, narrowed, page by page. Each test has a street of its own. */
@ExtendWith(CentreExtension.class)
class ListTest {
    private final Centre centre;
    private final String street = "street-" + UUID.randomUUID();
    private final WebTestClient coordinator;

    ListTest(Centre centre) {
        this.centre = centre;
        this.coordinator = centre.coordinatorOf(street);
    }

    @Test
    void thoseReceivedLastComeFirst() {
        String first = received("a", "2026-11-22T10:00:00Z");
        String last = received("a", "2026-11-22T12:00:00Z");
        String between = received("b", "2026-11-22T11:00:00Z");

        assertThat(ids(centre.list(coordinator, ""))).containsExactly(last, between, first);
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepeat() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            // Two and two at the same moment: the id decides then.
            all.add(received("a", "2026-11-22T1" + i / 2 + ":00:00Z"));
        }

        List<String> seen = new ArrayList<>();
        JsonNode page = centre.list(coordinator, "?limit=2");
        seen.addAll(ids(page));
        while (page.has("next")) {
            assertThat(page.path("items").size()).isEqualTo(2);
            page = centre.list(
                    coordinator, "?limit=2&cursor=" + page.path("next").asString());
            seen.addAll(ids(page));
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(all).doesNotHaveDuplicates();
        assertThat(seen).isEqualTo(ids(centre.list(coordinator, "?limit=100")));
    }

    @Test
    void anAreaNarrowsTheList() {
        String here = received("here", "2026-11-22T10:00:00Z");
        received("there", "2026-11-22T11:00:00Z");

        assertThat(ids(centre.list(coordinator, "?area=here"))).containsExactly(here);
        assertThat(ids(centre.list(coordinator, "?area=here-01"))).containsExactly(here);
        assertThat(ids(centre.list(coordinator, "?area=" + street))).hasSize(2);
        assertThat(ids(centre.list(coordinator, "?area=nowhere"))).isEmpty();
    }

    @Test
    void aStateNarrowsTheList() {
        String waiting = received("a", "2026-11-22T10:00:00Z");
        String given = received("a", "2026-11-22T11:00:00Z");
        centre.done(coordinator, given, "dispatch", "{\"department\":\"market\"}");

        assertThat(ids(centre.list(coordinator, "?state=received"))).containsExactly(waiting);
        assertThat(ids(centre.list(coordinator, "?state=dispatched"))).containsExactly(given);
        assertThat(ids(centre.list(coordinator, "?state=dispatched&area=a"))).containsExactly(given);
    }

    @Test
    void aDepartmentNarrowsTheListToWhatItHasNow() {
        String given = received("a", "2026-11-22T11:00:00Z");
        String declined = received("a", "2026-11-22T12:00:00Z");
        centre.done(coordinator, given, "dispatch", "{\"department\":\"market\",\"coDepartments\":[\"postal\"]}");
        centre.done(coordinator, declined, "dispatch", "{\"department\":\"postal\"}");
        centre.done(centre.officer("postal"), declined, "decline", "{\"reason\":\"非我职责\"}");

        assertThat(ids(centre.list(coordinator, "?department=postal"))).containsExactly(given);
        assertThat(ids(centre.list(coordinator, "?department=market"))).containsExactly(given);
        assertThat(ids(centre.list(centre.officer("postal"), "?area=" + street)))
                .containsExactly(declined, given);
    }

    @Test
    void anAdministratorSeesEveryStreet() {
        String id = received("a", "2026-11-22T10:00:00Z");

        assertThat(ids(centre.list(centre.admin(), "?area=" + street))).containsExactly(id);
        assertThat(centre.list(centre.admin(), "?limit=1").path("items").size()).isEqualTo(1);
    }

    private String received(String community, String at) {
        return centre.escalated("""
                {"at":"%s","area":{"street":"%s","community":"%s","grid":"%s-01"}}""".formatted(at, street, community, community));
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").values().stream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
