package io.twingrid.chassis;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What makes one service of the runtime.
 *
 * @param service the service's name: its source in facts and its consumer group
 * @param database name of its database
 * @param town folder with the files that describe the town; a town replaces them without a build
 * @param townReload pause between two looks whether one of those files has changed
 * @param topicPrefix put before the name of every topic and consumer group, so that several towns can share a cluster
 * @param storePatience how long an operation waits for a store that cannot be reached before it fails
 */
@ConfigurationProperties("chassis")
public record ServiceSettings(
        String service,
        String database,
        Path town,
        @DefaultValue("5s") Duration townReload,
        @DefaultValue("") String topicPrefix,
        @DefaultValue("3s") Duration storePatience) {
    public ServiceSettings {
        if (!service.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException(
                    "chassis.service must be a name of small letters and hyphens: " + service);
        }
        if (!townReload.isPositive()) {
            throw new IllegalArgumentException("chassis.town-reload must be longer than nothing: " + townReload);
        }
        if (!storePatience.isPositive()) {
            throw new IllegalArgumentException("chassis.store-patience must be longer than nothing: " + storePatience);
        }
    }

    /** The full name of a topic. */
    public String topic(String name) {
        return topicPrefix + name;
    }

    /** The name of a topic or group as this town's own people know it. */
    public String withoutPrefix(String name) {
        return name.startsWith(topicPrefix) ? name.substring(topicPrefix.length()) : name;
    }
}
