package io.twingrid.intake;

import static io.twingrid.intake.Intake.body;
import static io.twingrid.intake.Intake.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.intake.photo.Pictures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Every error that the description promises has been produced here, and no other was met. */
class DocumentedErrorsTest {
    private static final String NOBODYS = "00000000-0000-7000-8000-000000000000";
    private static final String ID = "{id}";
    private static final MediaType JSON = MediaType.APPLICATION_JSON;

    private final Set<String> produced = new TreeSet<>();

    /** How an operation is asked, with what is right. */
    private record Call(
            HttpMethod method,
            String path,
            @Nullable MediaType type,
            @Nullable Object body) {
        Call(HttpMethod method, String path) {
            this(method, path, null, null);
        }

        static Call post(String path, Object body) {
            return new Call(HttpMethod.POST, path, JSON, body);
        }

        Call at(String other) {
            return new Call(method, other, type, body);
        }

        Call sending(MediaType otherType, Object other) {
            return new Call(method, path, otherType, other);
        }
    }

    private static final Map<String, Call> CALLS = Map.ofEntries(
            Map.entry("submitReport", Call.post("/api/reports", body("dark"))),
            Map.entry(
                    "submitReports",
                    Call.post("/api/reports/batch", Map.of("reports", List.of(Map.of("report", body("dark")))))),
            Map.entry("readReport", new Call(HttpMethod.GET, "/api/reports/" + ID)),
            Map.entry("listReports", new Call(HttpMethod.GET, "/api/reports")),
            Map.entry("findNearby", new Call(HttpMethod.GET, "/api/reports/nearby?category=01037&lat=24.6&lon=118")),
            Map.entry("supportReport", new Call(HttpMethod.POST, "/api/reports/" + ID + "/support")),
            Map.entry("judgeReport", Call.post("/api/reports/" + ID + "/feedback", Map.of("resolved", true))),
            Map.entry("followReport", new Call(HttpMethod.GET, "/api/followed-reports/" + ID)),
            Map.entry(
                    "judgeFollowedReport",
                    Call.post("/api/followed-reports/" + ID + "/feedback", Map.of("resolved", true))),
            Map.entry(
                    "decideVisibility", Call.post("/api/reports/" + ID + "/visibility", Map.of("decision", "public"))),
            Map.entry("reportsAsCsv", new Call(HttpMethod.GET, "/api/reports.csv")),
            Map.entry("reportsAsGeoJson", new Call(HttpMethod.GET, "/api/reports.geojson")),
            Map.entry("reportsAsRss", new Call(HttpMethod.GET, "/api/reports.rss")),
            Map.entry("exportMyData", new Call(HttpMethod.GET, "/api/reports/my-data")),
            Map.entry("eraseMyData", new Call(HttpMethod.DELETE, "/api/reports/my-data")),
            Map.entry("planRetention", new Call(HttpMethod.GET, "/api/reports/retention")),
            Map.entry("sweepNow", new Call(HttpMethod.POST, "/api/reports/retention")),
            Map.entry("addClient", Call.post("/api/report-clients", Map.of("name", "xiamen"))),
            Map.entry("listClients", new Call(HttpMethod.GET, "/api/report-clients")),
            Map.entry("revokeClient", new Call(HttpMethod.DELETE, "/api/report-clients/xiamen")),
            Map.entry("listCategories", new Call(HttpMethod.GET, "/api/categories")),
            Map.entry("readStatistics", new Call(HttpMethod.GET, "/api/statistics")),
            Map.entry(
                    "uploadPhoto",
                    new Call(HttpMethod.POST, "/api/photos", MediaType.IMAGE_JPEG, Pictures.of("jpeg", 7, 30, 20))),
            Map.entry("readPhoto", new Call(HttpMethod.GET, "/api/photos/" + ID)));

    @Test
    void everyErrorThatIsDescribedIsProducedAndNoOther() {
        JsonNode paths;
        try (Intake intake = Intake.start("chassis.store-patience=500ms")) {
            paths = intake.read(intake.anybody(), "/v3/api-docs").required("paths");
            withAWrongToken(intake);
            withABodyThatCannotBeTaken(intake);
            withWrongParameters(intake);
            withoutTheRight(intake);
            thatIsNotThere(intake);
            thatContradictsWhatIsThere(intake);
        }
        withoutAnonymous();
        tooMuch();
        whenTheStoreIsAway();
        assertThat(produced).isEqualTo(described(paths));
    }

    private void withAWrongToken(Intake intake) {
        CALLS.forEach((id, call) -> expect(401, id, intake.service().withToken("not-a-token"), call));
    }

    private void withABodyThatCannotBeTaken(Intake intake) {
        CALLS.forEach((id, call) -> {
            if (JSON.equals(call.type())) {
                expect(400, id, intake.admin(), call.sending(JSON, "{\"bro"));
                expect(413, id, intake.admin(), call.sending(JSON, "[\"" + "x".repeat(300_000) + "\"]"));
                expect(415, id, intake.admin(), call.sending(MediaType.TEXT_PLAIN, "dark"));
            }
        });
        Call upload = call("uploadPhoto");
        expect(400, "uploadPhoto", intake.admin(), upload.sending(MediaType.IMAGE_JPEG, new byte[] {1, 2, 3}));
        expect(413, "uploadPhoto", intake.admin(), upload.sending(MediaType.IMAGE_JPEG, new byte[11 << 20]));
        expect(415, "uploadPhoto", intake.admin(), upload.sending(MediaType.TEXT_PLAIN, "dark"));
    }

    private void withWrongParameters(Intake intake) {
        Map.of(
                        "listReports", "/api/reports?limit=0",
                        "findNearby", "/api/reports/nearby?category=01037&lat=91&lon=118",
                        "reportsAsCsv", "/api/reports.csv?view=mine",
                        "reportsAsGeoJson", "/api/reports.geojson?view=mine",
                        "readStatistics", "/api/statistics?by=person",
                        "readPhoto", "/api/photos/x?size=HUGE")
                .forEach((id, path) -> expect(400, id, intake.admin(), call(id).at(path)));
    }

    private void withoutTheRight(Intake intake) {
        String report = intake.idOfSubmitted(intake.observer("observer-1"), body("dark"));
        WebTestClient other = intake.observer("observer-2");
        expect(403, "judgeReport", other, about("judgeReport", report));
        expect(403, "decideVisibility", other, about("decideVisibility", report));
        expect(403, "listReports", other, call("listReports").at("/api/reports?visibility=held"));
        expect(403, "reportsAsCsv", other, call("reportsAsCsv").at("/api/reports.csv?view=staff"));
        expect(403, "reportsAsGeoJson", other, call("reportsAsGeoJson").at("/api/reports.geojson?view=staff"));
        for (String id : List.of("planRetention", "sweepNow", "addClient", "listClients", "revokeClient")) {
            expect(403, id, other, call(id));
        }
    }

    private void thatIsNotThere(Intake intake) {
        for (String id : List.of(
                "readReport",
                "supportReport",
                "judgeReport",
                "followReport",
                "judgeFollowedReport",
                "decideVisibility",
                "readPhoto",
                "revokeClient")) {
            expect(404, id, intake.admin(), about(id, NOBODYS));
        }
    }

    private void thatContradictsWhatIsThere(Intake intake) {
        String mine = intake.idOfSubmitted(intake.observer("observer-1"), body("dark"));
        expect(409, "judgeReport", intake.observer("observer-1"), about("judgeReport", mine));
        String token = intake.submitted(intake.anybody(), body("dark"))
                .required("followToken")
                .asString();
        expect(409, "judgeFollowedReport", intake.anybody(), about("judgeFollowedReport", token));
        intake.post(intake.admin(), "/api/report-clients", Map.of("name", "xiamen"))
                .expectStatus()
                .isCreated();
        expect(409, "addClient", intake.admin(), call("addClient"));
        String key = UUID.randomUUID().toString();
        intake.submit(intake.admin(), body("dark"), key).expectStatus().isCreated();
        met(422, "submitReport", intake.submit(intake.admin(), body("light"), key));
    }

    private void withoutAnonymous() {
        try (Intake named = Intake.start("INTAKE_ANONYMOUS=false")) {
            expect(403, "submitReport", named.anybody(), call("submitReport"));
        }
    }

    private void tooMuch() {
        try (Intake strict = Intake.start("INTAKE_LIMIT_EXEMPT=", "INTAKE_LIMIT_PERSON=1")) {
            CALLS.forEach((id, call) -> {
                if (!call.method().equals(HttpMethod.GET)) {
                    WebTestClient person = strict.service().as("person-" + id, List.of("observer"), List.of(), null);
                    send(person, call).expectBody().returnResult();
                    expect(429, id, person, call);
                }
            });
        }
    }

    private void whenTheStoreIsAway() {
        try (Intake alone = new Intake(RunningService.launch(
                "away" + UUID.randomUUID().toString().substring(0, 8),
                ReportIntake.application(),
                "MONGODB_URI=mongodb://127.0.0.1:1",
                "chassis.store-patience=100ms"))) {
            CALLS.forEach((id, call) -> {
                if (id.equals("submitReport")) {
                    // Without a key it needs no store: the broker's word is enough.
                    met(503, id, alone.submit(alone.admin(), with(body("dark"), "address", "here"), "key"));
                } else if (!id.equals("listCategories") && !id.equals("submitReports")) {
                    expect(503, id, alone.admin(), about(id, NOBODYS));
                }
            });
        }
    }

    private static Call call(String id) {
        return Objects.requireNonNull(CALLS.get(id), id);
    }

    private static Call about(String id, String subject) {
        Call call = call(id);
        return call.at(call.path().replace(ID, subject));
    }

    private void expect(int status, String id, WebTestClient client, Call call) {
        met(status, id, send(client, call));
    }

    private static WebTestClient.ResponseSpec send(WebTestClient client, Call call) {
        // Many of these are answered before their body was read; the next one must not come behind what is left of it.
        WebTestClient.RequestBodySpec request = client.method(call.method())
                .uri(call.path().replace(ID, NOBODYS))
                .header(HttpHeaders.CONNECTION, "close");
        return call.body() == null
                ? request.exchange()
                : request.contentType(Objects.requireNonNull(call.type()))
                        .bodyValue(call.body())
                        .exchange();
    }

    private void met(int status, String id, WebTestClient.ResponseSpec answer) {
        EntityExchangeResult<byte[]> result = answer.expectBody().returnResult();
        byte[] body = result.getResponseBody();
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        assertThat(result.getStatus().value()).as("%s: %s", id, text).isEqualTo(status);
        assertThat(result.getResponseHeaders().getContentType())
                .as("%s %d", id, status)
                .isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(Intake.JSON.readTree(text).required("status").asInt()).isEqualTo(status);
        produced.add(id + " " + status);
    }

    private static Set<String> described(JsonNode paths) {
        Set<String> described = new TreeSet<>();
        for (JsonNode path : paths) {
            for (JsonNode operation : path) {
                for (String status : operation.path("responses").propertyNames()) {
                    if (status.compareTo("400") >= 0) {
                        described.add(operation.required("operationId").asString() + " " + status);
                    }
                }
            }
        }
        return described;
    }
}
