package io.twingrid.chassis.testkit;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * A service as it is shipped, on a free port, against a real broker, a real store and a real issuer. Each has topics and
 * a database of its own, unless it is told to join another's; on backends that outlive the test run they are removed at its end.
 */
public final class RunningService implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ConfigurableApplicationContext context;
    private final String space;
    private final Map<String, FactTopic> topics = new HashMap<>();

    private RunningService(ConfigurableApplicationContext context, String space) {
        this.context = context;
        this.space = space;
    }

    /** Starts a service with fresh topics and a fresh database. */
    public static RunningService start(SpringApplicationBuilder application, String... properties) {
        return startIn("t" + UUID.randomUUID().toString().substring(0, 8), application, properties);
    }

    /**
     * Starts a service on the topics and databases of {@code space}; as a second instance, as the same one after a
     * restart, or beside other services.
     *
     * @param properties {@code name=value}, over those that every test has
     */
    public static RunningService startIn(String space, SpringApplicationBuilder application, String... properties) {
        return launch(space, application, properties).ready();
    }

    /** Starts a service and does not wait for its consumers, which may be waiting for the broker. */
    public static RunningService launch(String space, SpringApplicationBuilder application, String... properties) {
        Spaces.use(space);
        Map<String, String> all = new LinkedHashMap<>();
        all.put("server.port", "0");
        all.put("server.address", "127.0.0.1");
        all.put("server.shutdown", "immediate");
        all.put("KAFKA_BROKERS", Backends.kafkaBrokers());
        all.put("MONGODB_URI", Backends.mongoUri());
        all.put("OIDC_ISSUER", TestIssuer.trusted().uri());
        all.put("TWINGRID_TOWN", "../deploy/town");
        all.put("TOPIC_PREFIX", Spaces.topicPrefix(space));
        all.put("TOPIC_PARTITIONS", "3");
        all.put("chassis.database", Spaces.databasePrefix(space) + "${chassis.service}");
        all.put("management.endpoint.health.show-details", "always");
        all.put("METRICS_OPEN", "true"); // tests look at figures as an operator's network does
        for (String property : properties) {
            String[] parts = property.split("=", 2);
            all.put(parts[0], parts[1]);
        }
        String[] arguments = all.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        return new RunningService(application.run(arguments), space);
    }

    /** Waits until it listens to its topics; a start does not wait for that. */
    public RunningService ready() {
        Awaitility.await("readiness of " + space).atMost(PATIENCE).until(() -> client().get()
                .uri("/actuator/health/readiness")
                .exchange()
                .returnResult()
                .getStatus()
                .is2xxSuccessful());
        return this;
    }

    /** The name that {@link #startIn} takes to join this service's topics and databases. */
    public String space() {
        return space;
    }

    public String baseUrl() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** A caller without a token. */
    public WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl(baseUrl())
                .responseTimeout(PATIENCE)
                .build();
    }

    /** A caller with a token that this service's issuer signed. */
    public WebTestClient as(String subject, List<String> roles, List<String> areas, @Nullable String department) {
        return withToken(TestIssuer.trusted().token(subject, roles, areas, department));
    }

    public WebTestClient withToken(String token) {
        return client().mutate()
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
    }

    /** A topic of this service, by its name without the prefix, e.g. {@code things-events}. */
    public synchronized FactTopic facts(String topic) {
        return topics.computeIfAbsent(
                topic, name -> FactTopic.open(Backends.kafkaBrokers(), Spaces.topicPrefix(space) + name));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        topics.values().forEach(FactTopic::close);
        context.close();
    }
}
