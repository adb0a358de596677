package io.twingrid.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Who sees and does what; what is not one's affair is not there. */
@ExtendWith(CentreExtension.class)
class AccessTest {
    private final Centre centre;

    AccessTest(Centre centre) {
        this.centre = centre;
    }

    @Test
    void anotherStreetsCoordinatorFindsNothing() {
        String id = centre.escalated();
        WebTestClient elsewhere = centre.coordinatorOf("houxi");

        assertNotThere(elsewhere, id);
        centre.ask(elsewhere, id, "return", "{\"reason\":\"x\"}").expectStatus().isNotFound();
        elsewhere
                .post()
                .uri("/api/escalations/{id}/accept", id)
                .header("If-Match", "\"77\"")
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(ids(centre.list(elsewhere, "?area=tieshan"))).isEmpty();
    }

    @Test
    void anOfficerFindsWhatWasDispatchedToHisDepartment() {
        String id = centre.escalated();
        assertNotThere(centre.officer("water"), id);

        centre.done(centre.coordinator(), id, "dispatch", "{\"department\":\"water\",\"coDepartments\":[\"gas\"]}");

        assertThat(centre.read(centre.officer("water"), id).path("id").asString())
                .isEqualTo(id);
        assertThat(ids(centre.list(centre.officer("water"), ""))).contains(id);
        assertThat(ids(centre.list(centre.officer("gas"), ""))).contains(id);
        assertNotThere(centre.officer("telecom"), id);
        centre.ask(centre.officer("telecom"), id, "accept", "{}").expectStatus().isNotFound();
    }

    @Test
    void aJoiningDepartmentMayReportInAndWriteNotesAndNoMore() {
        String id = centre.escalated();
        centre.done(centre.coordinator(), id, "dispatch", "{\"department\":\"water\",\"coDepartments\":[\"gas\"]}");

        centre.ask(centre.officer("gas"), id, "accept", "{}")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.allowed.length()")
                .isEqualTo(2)
                .jsonPath("$.allowed[0]")
                .isEqualTo("report-in")
                .jsonPath("$.allowed[1]")
                .isEqualTo("note");
        centre.done(centre.officer("gas"), id, "note", "{\"text\":\"到场配合\"}");
    }

    @Test
    void anOfficerDoesNotDispatch() {
        String id = centre.escalated();
        centre.done(centre.coordinator(), id, "dispatch", "{\"department\":\"water\"}");

        centre.ask(centre.officer("water"), id, "dispatch", "{\"department\":\"gas\"}")
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void thoseWithoutARoleAtTheStreetAreTurnedAway() {
        String id = centre.escalated();
        WebTestClient lead =
                centre.service().as("lead-tieshan", List.of("community-lead"), List.of("tieshan", "guankou"), "power");

        lead.get().uri("/api/escalations").exchange().expectStatus().isForbidden();
        lead.get().uri("/api/escalations/{id}", id).exchange().expectStatus().isForbidden();
        centre.ask(lead, id, "note", "{\"text\":\"x\"}").expectStatus().isForbidden();
    }

    @Test
    void withoutATokenThereIsNothingToSee() {
        WebTestClient nobody = centre.service().client();

        nobody.get().uri("/api/escalations").exchange().expectStatus().isUnauthorized();
        nobody.get().uri("/api/escalations/{id}", "x").exchange().expectStatus().isUnauthorized();
        centre.ask(nobody, "x", "accept", "{}").expectStatus().isUnauthorized();
    }

    @Test
    void anOfficerWithoutADepartmentFindsNothing() {
        String id = centre.escalated();
        WebTestClient officer = centre.service().as("officer", List.of("department-officer"), List.of("guankou"), null);

        assertNotThere(officer, id);
        assertThat(ids(centre.list(officer, ""))).isEmpty();
    }

    private void assertNotThere(WebTestClient who, String id) {
        who.get().uri("/api/escalations/{id}", id).exchange().expectStatus().isNotFound();
    }

    private static List<String> ids(JsonNode page) {
        return page.path("items").values().stream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
