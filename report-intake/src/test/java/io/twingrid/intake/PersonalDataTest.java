package io.twingrid.intake;

import static io.twingrid.intake.Intake.body;
import static io.twingrid.intake.Intake.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.intake.photo.Pictures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What concerns persons is let go of: when they ask, and after its time. */
class PersonalDataTest {
    @Test
    void aPersonSeesAllOfHisOwnAndCanBeForgotten() {
        try (Intake intake = Intake.start()) {
            WebTestClient person = intake.observer("observer-1");
            String photo = photo(person);
            String id = intake.idOfSubmitted(person, with(body("dark"), "photos", List.of(photo)));
            String other = intake.idOfSubmitted(intake.observer("observer-2"), body("dark"));
            person.post()
                    .uri("/api/reports/" + other + "/support")
                    .exchange()
                    .expectStatus()
                    .isAccepted();
            intake.awaitReport(other, report -> report.required("supporters").asInt() == 1);
            assertThat(intake.read(person, "/api/reports/my-data").values())
                    .extracting(mine -> mine.required("kind").asString())
                    .containsExactly("report", "photo", "support");
            assertThat(intake.read(person, "/api/reports/my-data")
                            .get(0)
                            .required("report")
                            .required("id")
                            .asString())
                    .isEqualTo(id);
            person.delete()
                    .uri("/api/reports/my-data")
                    .exchange()
                    .expectStatus()
                    .isNoContent();
            assertThat(intake.read(person, "/api/reports/my-data").size()).isZero();
            person.get().uri("/api/photos/" + photo).exchange().expectStatus().isNotFound();
            JsonNode left = intake.read(intake.anybody(), "/api/reports/" + id);
            assertThat(left.required("status").asString()).isEqualTo("submitted");
            assertThat(left.required("photos").size()).isZero();
            assertThat(intake.read(intake.anybody(), "/api/reports/" + other)
                            .required("supporters")
                            .asInt())
                    .isZero();
            assertThat(intake.read(intake.observer("observer-2"), "/api/reports/my-data")
                            .get(0)
                            .required("report")
                            .required("id")
                            .asString())
                    .isEqualTo(other);
            intake.anybody()
                    .get()
                    .uri("/api/reports/my-data")
                    .exchange()
                    .expectStatus()
                    .isUnauthorized();
        }
    }

    @Test
    void aDryRunShowsWhatASweepLetsGoOf() {
        try (Intake intake = Intake.start("INTAKE_KEEP_REPORTERS=0s", "INTAKE_KEEP_PHOTOS=0s")) {
            WebTestClient person = intake.observer("observer-1");
            String photo = photo(person);
            String id = intake.idOfSubmitted(person, with(body("dark"), "photos", List.of(photo)));
            WebTestClient neighbour = intake.observer("observer-2");
            neighbour
                    .post()
                    .uri("/api/reports/" + id + "/support")
                    .exchange()
                    .expectStatus()
                    .isAccepted();
            intake.awaitReport(id, report -> report.required("supporters").asInt() == 1);
            JsonNode plan = intake.read(intake.admin(), "/api/reports/retention");
            assertThat(plan.required("reports").toString()).contains(id);
            assertThat(plan.required("photos").toString()).contains(photo);
            assertThat(intake.read(intake.admin(), "/api/reports/retention"))
                    .as("a dry run changes nothing")
                    .isEqualTo(plan);
            assertThat(Intake.json(intake.admin()
                            .post()
                            .uri("/api/reports/retention")
                            .exchange()
                            .expectStatus()
                            .isOk()))
                    .isEqualTo(plan);
            assertThat(intake.read(intake.admin(), "/api/reports/retention")
                            .required("photos")
                            .size())
                    .isZero();
            assertThat(intake.read(person, "/api/reports/my-data").size()).isZero();
            assertThat(intake.read(neighbour, "/api/reports/my-data").size()).isZero();
            JsonNode left = intake.read(intake.anybody(), "/api/reports/" + id);
            person.post()
                    .uri("/api/reports/retention")
                    .exchange()
                    .expectStatus()
                    .isForbidden();
            assertThat(left.required("supporters").asInt())
                    .as("their number stays")
                    .isEqualTo(1);
        }
    }

    private static String photo(WebTestClient client) {
        return Intake.json(client.post()
                        .uri("/api/photos")
                        .contentType(MediaType.IMAGE_JPEG)
                        .bodyValue(Pictures.of("jpeg", 71, 300, 200))
                        .exchange()
                        .expectStatus()
                        .isCreated())
                .required("id")
                .asString();
    }
}
