package io.twingrid.bench.intake;

import io.twingrid.bench.Alone;
import io.twingrid.chassis.embedded.BrokerSettings;
import io.twingrid.chassis.embedded.EmbeddedBroker;
import io.twingrid.chassis.embedded.EmbeddedStore;
import io.twingrid.chassis.embedded.StoreSettings;
import io.twingrid.chassis.web.HttpWalls;
import io.twingrid.intake.ReportIntake;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.kafka.core.ProducerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is measured, in a process of its own: an embedded broker and store, intake as it is shipped, and the same server with
 * intake's settings that answers each report with its own body. It says on one line where they are when all are up, and ends
 * with its input.
 */
public final class ServerMain {
    /** Where the raw producer sends, with as many partitions as a topic of facts. */
    static final String RAW_TOPIC = "raw";

    private static final int PARTITIONS = 6;

    private ServerMain() {}

    /**
     * What is up.
     *
     * @param producer the settings of intake's own
     */
    record Up(String intake, String echo, Map<String, Object> producer) {}

    /** Takes a folder and the town's folder. */
    public static void main(String[] arguments) throws IOException, ExecutionException, InterruptedException {
        Path folder = Path.of(arguments[0]);
        try (EmbeddedBroker broker = EmbeddedBroker.start(
                        new BrokerSettings(Files.createDirectories(folder.resolve("broker")), "127.0.0.1", 0, false));
                EmbeddedStore store = EmbeddedStore.start(
                        new StoreSettings(Files.createDirectories(folder.resolve("store")), "127.0.0.1", 0, false));
                ConfigurableApplicationContext intake =
                        Alone.start(ReportIntake.application(), broker, store, arguments[1])) {
            makeRawTopic(broker);
            WebServer echo = echo(intake);
            ProducerFactory<?, ?> producers = intake.getBean(ProducerFactory.class);
            System.out.println("up "
                    + new JsonMapper()
                            .writeValueAsString(new Up(
                                    url(intake.getEnvironment().getRequiredProperty("local.server.port")),
                                    url(String.valueOf(echo.getPort())),
                                    producers.getConfigurationProperties())));
            awaitEndOfInput();
            echo.stop();
        }
    }

    private static String url(String port) {
        return "http://127.0.0.1:" + port;
    }

    private static void makeRawTopic(EmbeddedBroker broker) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(RAW_TOPIC, Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
        }
    }

    /** The server and its event loops are intake's; what stands behind is one line. */
    private static WebServer echo(ConfigurableApplicationContext intake) {
        NettyReactiveWebServerFactory factory = new NettyReactiveWebServerFactory(0);
        factory.setAddress(InetAddress.getLoopbackAddress());
        factory.setResourceFactory(intake.getBean(ReactorResourceFactory.class));
        intake.getBean(HttpWalls.class).customize(factory);
        HttpHandler handler = (request, response) -> {
            response.setStatusCode(HttpStatus.CREATED);
            response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
            return response.writeWith(request.getBody());
        };
        WebServer server = factory.getWebServer(handler);
        server.start();
        return server;
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // Nothing is asked of it.
        }
    }
}
