package io.twingrid.standalone;

import io.twingrid.chassis.embedded.EmbeddedStartException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.OptionalLong;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The one command of the README: a whole town in one JVM. Ends with exit code 1 and one sentence when it cannot start;
 * Ctrl-C and SIGTERM stop it in order.
 */
public final class Standalone {

    private final StandaloneSettings settings;
    private final DataFolder folder;
    private final Console console;
    private final Running running = new Running();

    private Standalone(StandaloneSettings settings, DataFolder folder, Console console) {
        this.settings = settings;
        this.folder = folder;
        this.console = console;
    }

    public static void main(String[] arguments) {
        Console console = new Console(System.out, System.err, Standalone::sinceProcessBegan);
        try {
            prepare(console).start();
        } catch (StartFailure | EmbeddedStartException e) {
            console.sorry(String.valueOf(e.getMessage()));
            System.exit(1);
        } catch (RuntimeException | Error e) {
            LoggerFactory.getLogger(Standalone.class).error("the town could not start", e);
            console.sorry("TwinGrid could not start, for a reason that nobody thought of: %s.".formatted(e));
            System.exit(1);
        }
    }

    /** Looks at everything that can be looked at before anything is started. */
    private static Standalone prepare(Console console) {
        StandaloneSettings settings = StandaloneSettings.from(System.getenv());
        DataFolder folder = DataFolder.take(settings.data());
        Loopback.requireFree(settings);
        // logback.xml reads the one, the applications the other: see there.
        System.setProperty("twingrid.log", folder.log().toString());
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install(); // Tomcat speaks java.util.logging
        return new Standalone(settings, folder, console);
    }

    private void start() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        console.line("TwinGrid 双网: data in %s, log in %s".formatted(folder.path(), folder.log()));
        new Town(settings, folder, console, running).start();
        Announcement announcement = new Announcement(
                ProcessHandle.current().pid(), console.sinceStart(), settings.url(Part.GATEWAY), settings.issuer());
        announcement.write(folder.path());
        console.line(welcome(announcement));
    }

    private String welcome(Announcement announcement) {
        OptionalLong memory = ResidentMemory.ofProcess(announcement.pid());
        return """

                Ready after %.1f s%s.

                  front door   %s
                  tokens       %s
                  health       %s/actuator/health
                  Kafka        %s
                  MongoDB      %s

                Watch it work: deploy/demo. Ctrl-C stops.
                """.formatted(
                        Console.seconds(announcement.readyAfter()),
                        memory.isPresent() ? ", %d MB resident".formatted(memory.getAsLong()) : "",
                        announcement.gateway(),
                        tokens(announcement.issuer()),
                        announcement.gateway(),
                        settings.brokers(),
                        settings.mongo());
    }

    private String tokens(String issuer) {
        return settings.isOutside(Part.OIDC)
                ? "from " + issuer
                : "%s/oauth2/token   (accounts: %s, password demo)"
                        .formatted(issuer, settings.town().resolve("accounts.yaml"));
    }

    private void stop() {
        console.line("Stopping: finishing what is under way …");
        running.close();
        try {
            Announcement.delete(folder.path());
            folder.close();
        } catch (IOException e) {
            console.sorry("The folder %s could not be given back (%s).".formatted(folder.path(), e.getMessage()));
        }
        console.line("Stopped. Everything that was answered is in " + folder.path() + ".");
    }

    private static Duration sinceProcessBegan() {
        return Duration.ofMillis(System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime());
    }
}
