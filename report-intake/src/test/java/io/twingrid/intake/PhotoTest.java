package io.twingrid.intake;

import static io.twingrid.intake.Intake.body;
import static io.twingrid.intake.Intake.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.intake.photo.Pictures;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** A photo's way: uploaded, named in a report, seen by whom the report is seen. */
class PhotoTest {
    @Nullable
    static Intake intake;

    @BeforeAll
    static void start() {
        intake = Intake.start();
    }

    @AfterAll
    static void stop() {
        intake().close();
    }

    @Test
    void aPhotoIsSeenByWhomTheReportIsSeen() {
        WebTestClient observer = intake().observer("observer-1");
        JsonNode receipt = uploaded(observer, Pictures.withExif(Pictures.of("jpeg", 11, 2400, 1200), 1));
        String photo = receipt.required("id").asString();
        assertThat(receipt.required("width").asInt()).isEqualTo(2048);
        assertThat(receipt.required("place").required("lat").asDouble()).isBetween(24.6109, 24.6111);
        expectSeen(observer, photo, 200);
        expectSeen(intake().anybody(), photo, 404);
        expectSeen(intake().observer("observer-2"), photo, 404);

        intake().idOfSubmitted(observer, with(body("dark"), "photos", List.of(photo)));
        expectSeen(intake().anybody(), photo, 200);

        String hidden = uploaded(observer, Pictures.of("png", 12, 300, 200))
                .required("id")
                .asString();
        String report = intake().idOfSubmitted(
                        observer,
                        with(body("09999", "somebody needs help", 24.611, 118.004), "photos", List.of(hidden)));
        expectSeen(intake().anybody(), hidden, 404);
        expectSeen(intake().anybody(), hidden + "?size=SMALL", 404);
        expectSeen(observer, hidden + "?size=SMALL", 200);
        intake().happens("triage-service", "routed", report);
        intake().awaitStatus(report, "routed");
        expectSeen(intake().lead("tieshan"), hidden, 200);
        expectSeen(intake().lead("shenqing"), hidden, 404);
    }

    @Test
    void aPictureThatWasInAnotherReportIsFlaggedToStaff() {
        WebTestClient one = intake().observer("observer-3");
        WebTestClient two = intake().observer("observer-4");
        String first = intake().idOfSubmitted(
                        one, with(body("dark"), "photos", List.of(id(one, Pictures.of("png", 21, 900, 600)))));
        String second = intake().idOfSubmitted(
                        two, with(body("dark too"), "photos", List.of(id(two, Pictures.of("jpeg", 21, 600, 400)))));
        assertThat(intake().awaitReport(second, report -> true).required("flags"))
                .isEqualTo(Intake.JSON.readTree("[{\"code\":\"photo-used-before\",\"about\":\"" + first + "\"}]"));
        assertThat(intake().facts()
                        .awaitOne("io.twingrid.report.submitted.v1", second)
                        .data())
                .contains("photo-used-before", first);
    }

    @Test
    void onlyOnesOwnPhotosCanBeUsedAndOnlyOnce() {
        String photo = id(intake().observer("observer-5"), Pictures.of("png", 31, 90, 60));
        Map<String, Object> report = with(body("dark"), "photos", List.of(photo));
        Intake.expectProblem(intake().submit(intake().observer("observer-6"), report, null), 400, "photos");
        JsonNode first = Intake.json(intake().submit(intake().observer("observer-5"), report, "key"));
        assertThat(Intake.json(intake().submit(intake().observer("observer-5"), report, "key")))
                .isEqualTo(first);
        Intake.expectProblem(intake().submit(intake().observer("observer-5"), report, "other"), 400, "photos");
        Intake.expectProblem(
                intake().submit(intake().anybody(), with(body("dark"), "photos", List.of("nothing")), null),
                400,
                "photos");
    }

    @Test
    void whatIsNoPhotoIsRefusedWithASentence() {
        Intake.expectProblem(upload(intake().anybody(), new byte[] {1, 2, 3}), 400, "photo");
        Intake.expectProblem(upload(intake().anybody(), new byte[11 * 1024 * 1024]), 413, "body");
        intake().anybody()
                .post()
                .uri("/api/photos")
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("hello")
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    @Test
    void aFormMayCarryThePhoto() {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("photo", new ByteArrayResource(Pictures.of("jpeg", 41, 300, 200)) {
            @Override
            public String getFilename() {
                return "photo.jpg";
            }
        });
        intake().anybody()
                .post()
                .uri("/api/photos")
                .bodyValue(form.build())
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private static void expectSeen(WebTestClient client, String photo, int status) {
        client.get().uri("/api/photos/" + photo).exchange().expectStatus().isEqualTo(status);
    }

    private static String id(WebTestClient client, byte[] file) {
        return uploaded(client, file).required("id").asString();
    }

    private static JsonNode uploaded(WebTestClient client, byte[] file) {
        return Intake.json(upload(client, file).expectStatus().isCreated());
    }

    private static WebTestClient.ResponseSpec upload(WebTestClient client, byte[] file) {
        return client.post()
                .uri("/api/photos")
                .contentType(MediaType.IMAGE_JPEG)
                .bodyValue(file)
                .exchange();
    }

    private static Intake intake() {
        return Objects.requireNonNull(intake);
    }
}
