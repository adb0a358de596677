package io.twingrid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.codec.ServerSentEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stream that is cut two hundred times anywhere, while the service is restarted now and then, gives everything once. */
class ManyCutsTest {
    private static final int CUTS = 200;
    private static final int CUTS_BETWEEN_RESTARTS = 67;
    /** Facts sent at a time, less one. */
    private static final int MOST_AT_A_TIME = 2;

    private static final JsonMapper JSON = new JsonMapper();

    private final String community = Town.unique("c");
    private final Town.Person lead = Town.lead(community);
    private final List<String> sent = new ArrayList<>();
    /** What came, in the order in which it came, without repeats by the notices' ids. */
    private final Set<String> ids = new LinkedHashSet<>();

    private final List<String> reports = new ArrayList<>();
    private @Nullable String place;

    @Test
    void everyNoticeComesOnceAndNoGapGoesUnannounced() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Town town = Town.start();
        try {
            for (int cut = 0; cut < CUTS; cut++) {
                if (cut % CUTS_BETWEEN_RESTARTS == CUTS_BETWEEN_RESTARTS - 1) {
                    String space = town.service().space();
                    send(town, random);
                    town.close();
                    town = Town.startIn(space);
                }
                readSome(town, random);
            }
            try (LiveReader last = town.live(lead, place)) {
                last.awaitNotices(sent.size() - reports.size());
                take(last.events());
            }
        } finally {
            town.close();
        }

        assertThat(reports).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(sent);
    }

    /** Reads until a random moment: before anything came, in the middle of it, or when all has come; some comes unread. */
    private void readSome(Town town, Random random) {
        try (LiveReader reader = town.live(lead, place)) {
            send(town, random);
            int waiting = sent.size() - reports.size();
            reader.awaitNotices(random.nextInt(waiting + 1));
            take(reader.events());
        }
        send(town, random);
    }

    private void send(Town town, Random random) {
        for (int i = random.nextInt(MOST_AT_A_TIME); i > 0; i--) {
            String id = UUID.randomUUID().toString();
            town.reports().send(Town.routing(id, community));
            sent.add(id);
        }
    }

    private void take(List<ServerSentEvent<String>> events) {
        for (ServerSentEvent<String> event : events) {
            assertThat(event.event()).as("nothing is gone").isNotEqualTo("cut");
            String data = event.data();
            if (data != null) {
                JsonNode notice = JSON.readTree(data);
                if (ids.add(notice.path("id").asString())) {
                    reports.add(notice.path("reportId").asString());
                }
            }
            place = event.id() == null ? place : event.id();
        }
    }
}
