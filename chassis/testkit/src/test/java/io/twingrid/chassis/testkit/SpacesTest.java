package io.twingrid.chassis.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class SpacesTest {

    @Test
    void theTopicsOfASpaceGoAndNoOthers() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Backends.kafkaBrokers()))) {
            admin.createTopics(
                            List.of(topic("going.facts"), topic("going.facts.group.parked"), topic("going-on.facts")))
                    .all()
                    .get();
            Spaces.removeTopics(Backends.kafkaBrokers(), Set.of("going"));
            Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                            admin.listTopics().names().get())
                    .contains("going-on.facts")
                    .noneMatch(name -> name.startsWith("going.")));
        }
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, 1, (short) 1);
    }

    @Test
    void theDatabasesOfASpaceGoAndNoOthers() {
        try (MongoClient client = MongoClients.create(Backends.mongoUri())) {
            for (String name : List.of("going-intake", "going-triage", "goingon-intake")) {
                Mono.from(client.getDatabase(name).getCollection("things").insertOne(new Document()))
                        .block();
            }
            Spaces.removeDatabases(Backends.mongoUri(), Set.of("going"));
            assertThat(Flux.from(client.listDatabaseNames()).collectList().block())
                    .contains("goingon-intake")
                    .doesNotContain("going-intake", "going-triage");
            Mono.from(client.getDatabase("goingon-intake").drop()).block();
        }
    }
}
