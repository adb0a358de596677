package io.twingrid.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the environment asks for; everything has a default.
 *
 * @param data {@code TWINGRID_DATA}: the folder that everything is kept in, {@code data}
 * @param town {@code TWINGRID_TOWN}: the folder that describes the town, {@code deploy/town}
 * @param ports where each part listens, on loopback
 * @param kafkaBrokers {@code KAFKA_BROKERS}: brokers from outside; the embedded one stays away then
 * @param mongodbUri {@code MONGODB_URI}: a MongoDB from outside; the embedded store stays away then
 * @param oidcIssuer {@code OIDC_ISSUER}: a provider from outside; ours stays away then
 * @param careKeys {@code ESCALATION_CARE_KEYS}: keys for care tasks' addresses; none are made then
 */
record StandaloneSettings(
        Path data,
        Path town,
        Map<Part, Integer> ports,
        @Nullable String kafkaBrokers,
        @Nullable String mongodbUri,
        @Nullable String oidcIssuer,
        @Nullable String careKeys) {

    static final String DATA = "TWINGRID_DATA";
    static final String TOWN = "TWINGRID_TOWN";
    private static final int HIGHEST_PORT = 65_535;

    StandaloneSettings {
        ports = Map.copyOf(ports);
    }

    /**
     * The settings in an environment.
     *
     * @throws StartFailure when a value cannot be used
     */
    static StandaloneSettings from(Map<String, String> environment) {
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            ports.put(part, portOf(part, environment.get(part.variable())));
        }
        requireDifferent(ports);
        Path town = Path.of(environment.getOrDefault(TOWN, "deploy/town"));
        if (!Files.isReadable(town.resolve("catalogue.yaml"))) {
            throw new StartFailure(
                    "There is no catalogue.yaml in %s: start in TwinGrid's folder, or set %s to the town's."
                            .formatted(town.toAbsolutePath(), TOWN));
        }
        return new StandaloneSettings(
                Path.of(environment.getOrDefault(DATA, "data")),
                town,
                ports,
                filled(environment.get("KAFKA_BROKERS")),
                filled(environment.get("MONGODB_URI")),
                filled(environment.get("OIDC_ISSUER")),
                filled(environment.get("ESCALATION_CARE_KEYS")));
    }

    private static @Nullable String filled(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    private static int portOf(Part part, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return part.usualPort();
        }
        try {
            int port = Integer.parseInt(given);
            if (port > 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw badPort(part, given, notANumber);
        }
        throw badPort(part, given, null);
    }

    private static StartFailure badPort(Part part, String given, @Nullable Throwable cause) {
        String sentence = "%s is '%s', which is no port: give a number from 1 to %d."
                .formatted(part.variable(), given, HIGHEST_PORT);
        return cause == null ? new StartFailure(sentence) : new StartFailure(sentence, cause);
    }

    private static void requireDifferent(Map<Part, Integer> ports) {
        Map<Integer, Part> owners = new HashMap<>();
        ports.forEach((part, port) -> {
            Part other = owners.put(port, part);
            if (other != null) {
                throw new StartFailure("%s and %s are both %d: give each a port of its own."
                        .formatted(other.variable(), part.variable(), port));
            }
        });
    }

    /** Whether a part comes from outside and so is neither checked nor started. */
    boolean isOutside(Part part) {
        return switch (part) {
            case BROKER -> kafkaBrokers != null;
            case STORE -> mongodbUri != null;
            case OIDC -> oidcIssuer != null;
            case GATEWAY, REPORT_INTAKE, TRIAGE, ESCALATION, POINTS, NOTIFICATION -> false;
        };
    }

    int port(Part part) {
        Integer port = ports.get(part);
        if (port == null) {
            throw new IllegalArgumentException(part + " has no port");
        }
        return port;
    }

    /** Where a part that speaks HTTP is reached from this machine. */
    String url(Part part) {
        return "http://localhost:" + port(part);
    }

    /** The brokers that the services use: those from outside, or ours. */
    String brokers() {
        return kafkaBrokers == null ? Loopback.ADDRESS + ":" + port(Part.BROKER) : kafkaBrokers;
    }

    /** The MongoDB that the services use: the one from outside, or ours. */
    String mongo() {
        return mongodbUri == null ? "mongodb://" + Loopback.ADDRESS + ":" + port(Part.STORE) : mongodbUri;
    }

    /** The provider whose tokens the services accept: the one from outside, or ours. */
    String issuer() {
        return oidcIssuer == null ? url(Part.OIDC) : oidcIssuer;
    }
}
