package io.twingrid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.testkit.GoldenFact;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** The inbox: what a person was told in all his audiences, and what of it he has read. */
@ExtendWith(TownExtension.class)
class InboxTest {
    private final Town town;
    private final String community = Town.unique("c");
    private final String observer = Town.unique("observer");
    private final Town.Person lead = Town.lead(community);

    InboxTest(Town town) {
        this.town = town;
    }

    @Test
    void theNewestComeFirstPageByPage() {
        List<String> reports = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            reports.add(town.routed(community, observer));
            town.awaitInbox(lead, i);
        }

        JsonNode first = page("?limit=2");
        JsonNode second = page("?limit=2&cursor=" + first.path("next").asString());
        JsonNode third = page("?limit=2&cursor=" + second.path("next").asString());

        List<String> listed = new ArrayList<>();
        for (JsonNode page : List.of(first, second, third)) {
            page.path("items")
                    .forEach(notice -> listed.add(notice.path("reportId").asString()));
        }
        assertThat(listed).containsExactlyElementsOf(reports.reversed());
        assertThat(third.has("next")).isFalse();
    }

    @Test
    void aNoticeIsReadByOnePersonAndNotByHisColleague() {
        town.routed(community, observer);
        String id = town.awaitInbox(lead, 1).getFirst().path("id").asString();
        Town.Person colleague = new Town.Person("colleague", lead.roles(), lead.areas(), null);
        assertThat(town.inbox(lead).getFirst().path("read").asBoolean()).isFalse();

        for (int times = 0; times < 2; times++) {
            town.as(lead)
                    .post()
                    .uri("/api/notices/{id}/read", id)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.id")
                    .isEqualTo(id)
                    .jsonPath("$.read")
                    .isEqualTo(true);
        }

        assertThat(town.inbox(lead).getFirst().path("read").asBoolean()).isTrue();
        assertThat(town.inbox(colleague).getFirst().path("read").asBoolean()).isFalse();
    }

    @Test
    void othersNoticesAreNotThere() {
        town.routed(community, observer);
        String id = town.awaitInbox(lead, 1).getFirst().path("id").asString();
        List<Town.Person> strangers = List.of(
                Town.lead(Town.unique("c")),
                Town.observer(Town.unique("observer")),
                new Town.Person("somebody", List.of("street-coordinator"), List.of(community), null),
                new Town.Person("nobody", List.of(), List.of(community), community));

        for (Town.Person stranger : strangers) {
            assertThat(town.inbox(stranger)).as(stranger.id()).isEmpty();
            town.as(stranger)
                    .post()
                    .uri("/api/notices/{id}/read", id)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        town.as(lead)
                .post()
                .uri("/api/notices/{id}/read", UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void theReporterReadsOfHisReportInHisLanguage() {
        String id = town.routed(community, observer);
        town.reports().send(Town.example(Town.TRIAGE, "report-rejected", id));
        town.awaitInbox(Town.observer(observer), 1);

        JsonNode notice = Town.json(town.as(Town.observer(observer))
                        .get()
                        .uri("/api/notices")
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                        .exchange())
                .path("items")
                .path(0);

        assertThat(notice.path("title").asString()).isEqualTo("Your report was not accepted: Street light out");
        assertThat(notice.path("text").asString()).isEqualTo("20261122-7K3M9QXA. Reason: it was not found on the spot");
        assertThat(notice.path("link").asString()).isEqualTo("/api/reports/" + id);
    }

    @Test
    void anAnonymousReporterIsToldNothingAndTheStaffAre() {
        String id = UUID.randomUUID().toString();
        town.reports().send(GoldenFact.with(Town.example(Town.INTAKE, "report-submitted", id), "{\"reporter\":null}"));
        town.reports().send(Town.routing(id, community));
        town.reports().send(Town.example(Town.TRIAGE, "report-verified", id));

        assertThat(town.awaitInbox(lead, 2))
                .extracting(notice -> notice.path("type").asString())
                .containsExactly("verified", "routed");
    }

    @Test
    void whatIsUnreadIsCountedOnEveryDevice() {
        List<String> ids = threeNotices();
        assertThat(unread(lead)).isEqualTo(3);

        read(ids.get(1));
        read(ids.get(1));

        assertThat(unread(lead)).isEqualTo(2);
        assertThat(idsOf(page("?unread=true"))).containsExactly(ids.get(2), ids.get(0));
        assertThat(unread(new Town.Person("colleague", lead.roles(), lead.areas(), null)))
                .isEqualTo(3);
    }

    @Test
    void allIsMarkedAtOnceAndWhatComesLaterIsNot() {
        List<String> ids = threeNotices();

        assertThat(readAll("?upTo=" + ids.get(1))).isEqualTo(1);
        assertThat(idsOf(page("?unread=true"))).containsExactly(ids.get(2));
        assertThat(readAll("")).isZero();
        assertThat(page("?unread=true").path("items")).isEmpty();
        assertThat(page("").path("items").values()).hasSize(3).allMatch(notice -> notice.path("read")
                .asBoolean());

        town.routed(community, observer);
        town.awaitInbox(lead, 4);
        assertThat(unread(lead)).isEqualTo(1);
        assertThat(readAll("?upTo=" + ids.get(0))).isEqualTo(1);
    }

    @Test
    void aShortPageOfTheUnreadLeadsToTheRest() {
        List<String> ids = threeNotices();
        read(ids.get(2));

        JsonNode first = page("?unread=true&limit=2");
        JsonNode second =
                page("?unread=true&limit=2&cursor=" + first.path("next").asString());

        assertThat(idsOf(first)).containsExactly(ids.get(1));
        assertThat(idsOf(second)).containsExactly(ids.get(0));
    }

    @Test
    void theListIsFilteredByWhatHappened() {
        String id = town.routed(community, observer);
        town.reports().send(Town.example(Town.TRIAGE, "report-verified", id));
        town.awaitInbox(lead, 2);

        assertThat(page("?type=verified").path("items").values())
                .extracting(notice -> notice.path("type").asString())
                .containsExactly("verified");
        assertThat(page("?type=closed").path("items")).isEmpty();
    }

    /** The oldest first. */
    private List<String> threeNotices() {
        for (int i = 1; i <= 3; i++) {
            town.routed(community, observer);
            town.awaitInbox(lead, i);
        }
        return idsOf(page("")).reversed();
    }

    private static List<String> idsOf(JsonNode page) {
        return page.path("items").values().stream()
                .map(notice -> notice.path("id").asString())
                .toList();
    }

    private void read(String id) {
        town.as(lead)
                .post()
                .uri("/api/notices/{id}/read", id)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private long readAll(String query) {
        return Town.json(town.as(lead)
                        .post()
                        .uri("/api/notices/read" + query)
                        .exchange()
                        .expectStatus()
                        .isOk())
                .path("unread")
                .asLong();
    }

    private long unread(Town.Person person) {
        return Town.json(town.as(person)
                        .get()
                        .uri("/api/notices/unread")
                        .exchange()
                        .expectStatus()
                        .isOk())
                .path("unread")
                .asLong();
    }

    private JsonNode page(String query) {
        return Town.json(town.as(lead)
                .get()
                .uri("/api/notices" + query)
                .exchange()
                .expectStatus()
                .isOk());
    }
}
