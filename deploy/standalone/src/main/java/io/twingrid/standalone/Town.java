package io.twingrid.standalone;

import static io.twingrid.standalone.Loopback.ADDRESS;

import io.twingrid.chassis.embedded.BrokerSettings;
import io.twingrid.chassis.embedded.EmbeddedBroker;
import io.twingrid.chassis.embedded.EmbeddedStore;
import io.twingrid.chassis.embedded.StoreSettings;
import io.twingrid.escalation.EscalationService;
import io.twingrid.gateway.Gateway;
import io.twingrid.intake.ReportIntake;
import io.twingrid.notification.NotificationService;
import io.twingrid.points.PointsService;
import io.twingrid.standalone.oidc.OidcProvider;
import io.twingrid.standalone.secret.CareKeys;
import io.twingrid.triage.TriageService;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The parts of the town in the order in which they need one another, and what each is told. */
final class Town {

    private final StandaloneSettings settings;
    private final DataFolder folder;
    private final Console console;
    private final Running running;
    /** Nobody else needs it, so nobody keeps it: the next start has another. */
    private final String clientSecret = UUID.randomUUID().toString();

    Town(StandaloneSettings settings, DataFolder folder, Console console, Running running) {
        this.settings = settings;
        this.folder = folder;
        this.console = console;
        this.running = running;
    }

    /**
     * Starts everything, side by side where it can, and returns when every part is ready to work.
     *
     * @throws StartFailure when a part cannot start; what has started stays with {@link Running}
     */
    void start() {
        try (SideBySide starts = new SideBySide(folder.log())) {
            console.line("Starting the broker and the store, and the doors beside them …");
            // The doors need neither broker nor store: they start beside them.
            starts.begin(applications(doors()));
            starts.begin(ground()).await();
            console.line("Starting the five services …");
            starts.begin(applications(services())).await();
            starts.awaitAll();
        }
        console.line("Waiting until each says that it can work …");
        new Readiness(settings, folder.log())
                .await(Stream.concat(services().stream(), doors().stream()).toList());
    }

    private List<SideBySide.Start> ground() {
        List<SideBySide.Start> ground = new ArrayList<>();
        if (!settings.isOutside(Part.BROKER)) {
            ground.add(new SideBySide.Start(Part.BROKER, this::startBroker));
        }
        if (!settings.isOutside(Part.STORE)) {
            ground.add(new SideBySide.Start(Part.STORE, this::startStore));
        }
        return ground;
    }

    private void startBroker() {
        EmbeddedBroker broker = running.ground(EmbeddedBroker.start(
                new BrokerSettings(folder.path().resolve("broker"), ADDRESS, settings.port(Part.BROKER), false)));
        console.done("broker on " + broker.bootstrapServers());
    }

    private void startStore() {
        EmbeddedStore store = running.ground(EmbeddedStore.start(
                new StoreSettings(folder.path().resolve("store"), ADDRESS, settings.port(Part.STORE), false)));
        console.done("store on " + store.uri());
    }

    private List<Application> doors() {
        List<Application> doors = new ArrayList<>();
        doors.add(Application.gateway(Gateway::application));
        if (!settings.isOutside(Part.OIDC)) {
            doors.add(Application.provider(OidcProvider::application));
        }
        return doors;
    }

    private static List<Application> services() {
        return List.of(
                Application.service(Part.REPORT_INTAKE, ReportIntake::application),
                Application.service(Part.TRIAGE, TriageService::application),
                Application.service(Part.ESCALATION, EscalationService::application),
                Application.service(Part.POINTS, PointsService::application),
                Application.service(Part.NOTIFICATION, NotificationService::application));
    }

    private List<SideBySide.Start> applications(List<Application> applications) {
        return applications.stream()
                .map(application -> new SideBySide.Start(application.part(), () -> start(application)))
                .toList();
    }

    private void start(Application application) {
        running.application(application.builder().get().run(arguments(application)));
        console.done(application.part().title() + " on " + settings.url(application.part()));
    }

    /** What the gateway and the provider must agree on; from outside, where the provider is. */
    private List<String> signingIn() {
        if (settings.isOutside(Part.OIDC)) {
            return List.of();
        }
        int gateway = settings.port(Part.GATEWAY);
        return List.of(
                "--OIDC_CLIENT_ID=gateway",
                "--OIDC_CLIENT_SECRET=" + clientSecret,
                "--GATEWAY_ORIGINS=http://localhost:%d,http://127.0.0.1:%d".formatted(gateway, gateway));
    }

    /** Command-line arguments, because nothing in the environment or in a file may overrule them here. */
    private String[] arguments(Application application) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.import=classpath:one-jvm.yaml",
                "--" + OwnAutoConfigurations.KIND + "=" + application.kind(),
                "--" + StandaloneSettings.DATA + "=" + folder.path(),
                "--" + StandaloneSettings.TOWN + "=" + settings.town().toAbsolutePath(),
                "--KAFKA_BROKERS=" + settings.brokers(),
                "--MONGODB_URI=" + settings.mongo(),
                "--OIDC_ISSUER=" + settings.issuer(),
                "--server.port=" + settings.port(application.part())));
        arguments.addAll(signingIn());
        if (application.part() == Part.GATEWAY) {
            for (Application service : services()) {
                arguments.add("--%s=%s".formatted(service.part().urlVariable(), settings.url(service.part())));
            }
        }
        if (application.part() == Part.ESCALATION && settings.careKeys() == null) {
            arguments.add("--ESCALATION_CARE_KEYS=" + CareKeys.in(folder.path()));
        }
        return arguments.toArray(String[]::new);
    }
}
