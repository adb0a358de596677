package io.twingrid.notification;

import com.nimbusds.jose.JOSEException;
import io.twingrid.chassis.testkit.RunningService;
import io.twingrid.chassis.testkit.wall.Persona;
import io.twingrid.chassis.testkit.wall.ServiceUnderTest;
import io.twingrid.chassis.testkit.wall.Walls;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * Nobody where he does not belong: forged tokens, hostile input, and the table of who may do what. The notice is for Tieshan's
 * leads, the webhooks are theirs, the devices observer A's; each probe that changes one has one of its own.
 */
@TestInstance(Lifecycle.PER_CLASS)
class WallsTest implements Walls {
    private static final Town.Person LEAD = Town.lead("tieshan");
    private static final Town.Person OBSERVER = Town.observer("observer-a");

    private final Receiver receiver = Receiver.start();
    private final Town town = new Town(
            ServiceUnderTest.start(NotificationService.application(), "NOTICE_KEPT=10000d", "OUTSIDE_HOSTS=127.0.0.1"));
    private String notice = "";

    @BeforeAll
    void tellTheLead() {
        town.routed("tieshan", OBSERVER.id());
        notice = town.awaitInbox(LEAD, 1).getFirst().path("id").asString();
    }

    @AfterAll
    void stop() {
        town.close();
        receiver.close();
    }

    @Override
    public RunningService service() {
        return town.service();
    }

    @Override
    public String idFor(String operation, String variable, Persona persona) {
        if (operation.contains("/webhooks/")) {
            return made(LEAD, "/api/webhooks", webhook());
        }
        return operation.contains("/push-subscriptions/")
                ? made(OBSERVER, "/api/push-subscriptions", device())
                : notice;
    }

    @Override
    public @Nullable Object bodyFor(String operation, Persona persona) {
        return switch (operation) {
            case "PUT /api/notices/preferences" -> Map.of("channels", List.of());
            case "POST /api/push-subscriptions" -> device();
            case "POST /api/webhooks", "PUT /api/webhooks/{id}" -> webhook();
            default -> null;
        };
    }

    private String made(Town.Person by, String path, Map<String, Object> wish) {
        return Town.json(town.as(by)
                        .post()
                        .uri(path)
                        .bodyValue(wish)
                        .exchange()
                        .expectStatus()
                        .isCreated())
                .path("id")
                .asString();
    }

    private Map<String, Object> webhook() {
        return Map.of(
                "kind",
                "WECOM",
                "name",
                "desk",
                "url",
                receiver.url("/hook?key=k"),
                "audiences",
                List.of("community:tieshan:community-lead"));
    }

    private Map<String, Object> device() {
        try {
            return new FakeBrowser().subscription(receiver.url("/push/" + UUID.randomUUID()));
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }
}
