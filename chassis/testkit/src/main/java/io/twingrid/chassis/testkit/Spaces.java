package io.twingrid.chassis.testkit;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The names under which tests keep their topics and databases apart. A space outlives each service in it, because tests stop
 * services and start them again; so it is removed at the end of the run, and only from backends that outlive the run.
 */
final class Spaces {
    private static final Logger log = LoggerFactory.getLogger(Spaces.class);
    private static final long PATIENCE_SECONDS = 20;
    private static final Set<String> USED = ConcurrentHashMap.newKeySet();

    private Spaces() {}

    static void use(String space) {
        USED.add(space);
    }

    /** What a space's topics begin with. */
    static String topicPrefix(String space) {
        return space + ".";
    }

    /** What a space's databases begin with. */
    static String databasePrefix(String space) {
        return space + "-";
    }

    static void removeAll() {
        Set<String> spaces = Set.copyOf(USED);
        USED.removeAll(spaces);
        if (spaces.isEmpty()) {
            return;
        }
        if (Backends.kafkaIsGiven()) {
            removeTopics(Backends.kafkaBrokers(), spaces);
        }
        if (Backends.mongoIsGiven()) {
            removeDatabases(Backends.mongoUri(), spaces);
        }
    }

    static void removeTopics(String brokers, Set<String> spaces) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers))) {
            List<String> ours = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS).stream()
                    .filter(topic -> spaces.stream().anyMatch(space -> topic.startsWith(topicPrefix(space))))
                    .toList();
            admin.deleteTopics(ours).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.warn("topics of {} are left on {}", spaces, brokers, e);
        }
    }

    static void removeDatabases(String uri, Set<String> spaces) {
        try (MongoClient client = MongoClients.create(uri)) {
            Objects.requireNonNull(
                            Flux.from(client.listDatabaseNames()).collectList().block())
                    .stream()
                    .filter(name -> spaces.stream().anyMatch(space -> name.startsWith(databasePrefix(space))))
                    .forEach(name -> Mono.from(client.getDatabase(name).drop()).block());
        }
    }
}
