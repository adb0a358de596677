package io.twingrid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.fact.Fact;
import io.twingrid.chassis.testkit.GoldenFact;
import io.twingrid.notification.domain.Audience;
import io.twingrid.notification.domain.Recipient;
import io.twingrid.notification.domain.Recipients;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;

/** Care tasks are offered to the observers who ride through the grid now, as the points service says, and to nobody else. */
@ExtendWith(TownExtension.class)
class PatrolTest {
    private final Town town;
    private final String grid = Town.unique("g");
    private final Town.Person here = Town.observer(Town.unique("observer"));
    private final Town.Person elsewhere = Town.observer(Town.unique("observer"));

    PatrolTest(Town town) {
        this.town = town;
    }

    @Test
    void aCareTaskIsOfferedToTheObserversOfItsGrid() {
        points("points-appointed", here, "{\"grids\":[\"%s\"]}".formatted(grid));
        points("points-appointed", elsewhere, "{\"grids\":[\"%s-2\"]}".formatted(grid));
        town.awaitInbox(here, 1);
        town.awaitInbox(elsewhere, 1);
        try (LiveReader reader = town.live(here)) {
            offer();
            assertThat(reader.awaitNotices(1).getFirst().path("type").asString())
                    .isEqualTo("care-offered");
        }
        assertThat(town.typesInInbox(here)).containsExactlyInAnyOrder("care-offered", "appointed");
        assertThat(town.typesInInbox(elsewhere)).containsExactly("appointed");
        assertThat(town.typesInInbox(new Town.Person(here.id(), List.of("grid-worker"), List.of(), null)))
                .containsExactly("appointed");
    }

    @Test
    void whoIsSuspendedIsOfferedNothingAndWhoMovedIsOfferedWhatIsThere() {
        points("points-appointed", here, "{\"grids\":[\"%s\"]}".formatted(grid));
        points("points-suspended", here, "{}");
        points("points-appointed", elsewhere, "{\"grids\":[\"%s-2\"]}".formatted(grid));
        points("points-moved", elsewhere, "{\"grids\":[\"%s\"]}".formatted(grid));
        // Comes again, late: where he rode then is not where he rides now.
        points("points-appointed", elsewhere, "{\"grids\":[\"%s-2\"]}".formatted(grid));
        town.awaitInbox(here, 2);
        town.awaitInbox(elsewhere, 2);

        offer();

        town.awaitInbox(elsewhere, 3);
        assertThat(town.typesInInbox(here)).containsExactlyInAnyOrder("suspended", "appointed");
    }

    @Test
    void anObserverIsARecipientOfHisGridAsLongAsHeRidesThere() {
        points("points-appointed", here, "{\"grids\":[\"%s\"]}".formatted(grid));
        town.awaitInbox(here, 1);
        assertThat(recipients()).isEmpty();

        town.as(here)
                .put()
                .uri("/api/notices/preferences")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"channels\":[\"push\"]}")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(recipients()).extracting(Recipient::person).containsExactly(here.id());
        points("points-revoked", here, "{}");
        Awaitility.await("he is none any more").atMost(Town.PATIENCE).until(this::recipients, List::isEmpty);
    }

    private List<Recipient> recipients() {
        return Objects.requireNonNull(town.service()
                .bean(Recipients.class)
                .among(Set.of(Audience.observersOf(grid)))
                .collectList()
                .block());
    }

    private void offer() {
        String area = "{\"area\":{\"street\":\"s\",\"community\":\"c\",\"grid\":\"%s\"}}".formatted(grid);
        Fact offered = GoldenFact.about(
                GoldenFact.read(Town.ESCALATION.resolve("care-offered.json")),
                "taskId",
                UUID.randomUUID().toString());
        town.service().facts("care-events").send(GoldenFact.with(offered, area));
    }

    private void points(String name, Town.Person observer, String fields) {
        Fact fact = GoldenFact.about(GoldenFact.read(Town.POINTS.resolve(name + ".json")), "observerId", observer.id());
        town.service().facts("points-events").send(GoldenFact.with(fact, fields));
    }
}
