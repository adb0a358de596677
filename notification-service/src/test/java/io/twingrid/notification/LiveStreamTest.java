package io.twingrid.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Who is connected is told at once, and only what concerns him. */
@ExtendWith(TownExtension.class)
class LiveStreamTest {
    private final Town town;
    private final String community = Town.unique("c");

    LiveStreamTest(Town town) {
        this.town = town;
    }

    @Test
    void aRoutedReportReachesTheGridWorkersAndTheLeadOfItsCommunity() {
        try (LiveReader lead = town.live(Town.lead(community));
                LiveReader worker = town.live(Town.gridWorker(community))) {
            String id = town.routed(community, "observer-1");

            JsonNode notice = lead.awaitNotices(1).getFirst();

            assertThat(notice.path("type").asString()).isEqualTo("routed");
            assertThat(notice.path("reportId").asString()).isEqualTo(id);
            assertThat(notice.path("title").asString()).isEqualTo("新上报：路灯异常");
            assertThat(notice.path("link").asString()).isEqualTo("/api/cases/" + id);
            assertThat(worker.awaitNotices(1)).hasSize(1);
        }
    }
}
