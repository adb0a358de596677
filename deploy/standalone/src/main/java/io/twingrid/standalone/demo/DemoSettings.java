package io.twingrid.standalone.demo;

import io.twingrid.standalone.Announcement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the town is and what is played.
 *
 * @param gateway {@code GATEWAY_URL}: the front door; by default what the standalone on {@code TWINGRID_DATA} says
 * @param issuer {@code OIDC_ISSUER}: where tokens are; likewise
 * @param samples {@code TWINGRID_SAMPLES}: the folder of cases, {@code deploy/samples}
 * @param password {@code DEMO_PASSWORD} of all accounts, {@code demo}
 * @param patience {@code DEMO_PATIENCE}, seconds: how long something may take to come before it counts as missing
 * @param town what the standalone says of itself; null if the town is another one
 */
record DemoSettings(
        String gateway,
        String issuer,
        Path samples,
        String password,
        Duration patience,
        @Nullable Announcement town) {

    /**
     * The settings in an environment.
     *
     * @throws DemoFailure when no town is running and none is named, or a value cannot be used
     */
    static DemoSettings from(Map<String, String> environment) {
        Path data = Path.of(environment.getOrDefault("TWINGRID_DATA", "data"));
        Optional<Announcement> town = Announcement.read(data);
        return new DemoSettings(
                named(environment, "GATEWAY_URL", town.map(Announcement::gateway), data),
                named(environment, "OIDC_ISSUER", town.map(Announcement::issuer), data),
                Path.of(environment.getOrDefault("TWINGRID_SAMPLES", "deploy/samples")),
                environment.getOrDefault("DEMO_PASSWORD", "demo"),
                seconds(environment.getOrDefault("DEMO_PATIENCE", "10")),
                environment.containsKey("GATEWAY_URL") ? null : town.orElse(null));
    }

    private static Duration seconds(String text) {
        try {
            return Duration.ofSeconds(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new DemoFailure("DEMO_PATIENCE is '%s': give whole seconds.".formatted(text), e);
        }
    }

    private static String named(Map<String, String> environment, String variable, Optional<String> said, Path data) {
        return Optional.ofNullable(environment.get(variable))
                .or(() -> said)
                .orElseThrow(() -> new DemoFailure(
                        "No town is running on %s: start deploy/run and wait until it is ready, or set %s."
                                .formatted(data.toAbsolutePath(), variable)));
    }
}
