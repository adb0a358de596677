package io.twingrid.chassis.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class BacklogWithoutABrokerTest {
    @Test
    void aBrokerWhoseNameIsNotKnownYetIsWaitedFor() {
        AtomicInteger asked = new AtomicInteger();
        Backlog backlog = new Backlog(List.of(), () -> {
            if (asked.incrementAndGet() == 1) {
                throw new KafkaException("No resolvable bootstrap urls given in bootstrap.servers");
            }
            return Admin.create(Map.of("bootstrap.servers", "127.0.0.1:1"));
        });

        backlog.workedOff().block(Duration.ofSeconds(10));

        assertThat(asked).hasValue(2);
    }
}
