package io.twingrid.chassis.embedded;

import java.nio.file.Path;
import java.util.Properties;

/** The broker's own properties: one node, loopback control traffic, internal topics small, memory and threads modest. */
record BrokerConfiguration(Path log, BrokerSettings settings, int port, int controllerPort) {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    private static final String CLIENT_LISTENER = "CLIENTS";

    String bootstrapServers() {
        return Endpoints.reachable(settings.host()) + ":" + port;
    }

    Properties properties() {
        Properties properties = new Properties();
        identity(properties);
        listeners(properties);
        durability(properties);
        internalTopics(properties);
        footprint(properties);
        return properties;
    }

    private void identity(Properties to) {
        to.setProperty("process.roles", "broker,controller");
        to.setProperty("node.id", String.valueOf(NODE_ID));
        to.setProperty("controller.quorum.voters", "%d@%s:%d".formatted(NODE_ID, Endpoints.LOOPBACK, controllerPort));
        to.setProperty("log.dirs", log.toString());
        // After a kill the controller still believes in the broker's old session and lets the new one in when it has
        // lapsed. Both live in this JVM, so a short session risks no more than a moment without a leader after a long
        // pause.
        to.setProperty("broker.session.timeout.ms", "2000");
        to.setProperty("broker.heartbeat.interval.ms", "250");
    }

    private void listeners(Properties to) {
        to.setProperty(
                "listeners",
                "%s://%s:%d,%s://%s:%d"
                        .formatted(
                                CLIENT_LISTENER,
                                settings.host(),
                                port,
                                CONTROLLER_LISTENER,
                                Endpoints.LOOPBACK,
                                controllerPort));
        to.setProperty("advertised.listeners", CLIENT_LISTENER + "://" + bootstrapServers());
        to.setProperty(
                "listener.security.protocol.map", CLIENT_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        to.setProperty("inter.broker.listener.name", CLIENT_LISTENER);
        to.setProperty("controller.listener.names", CONTROLLER_LISTENER);
    }

    private void durability(Properties to) {
        // A topic is asked for with its own settings; one that springs from a typing error has none.
        to.setProperty("auto.create.topics.enable", "false");
        to.setProperty("default.replication.factor", "1");
        to.setProperty("min.insync.replicas", "1");
        if (settings.flushEveryMessage()) {
            to.setProperty("log.flush.interval.messages", "1");
        }
    }

    private static void internalTopics(Properties to) {
        to.setProperty("offsets.topic.replication.factor", "1");
        to.setProperty("offsets.topic.num.partitions", "4");
        to.setProperty("offsets.topic.segment.bytes", String.valueOf(8 << 20));
        to.setProperty("transaction.state.log.replication.factor", "1");
        to.setProperty("transaction.state.log.min.isr", "1");
        to.setProperty("transaction.state.log.num.partitions", "2");
        to.setProperty("share.coordinator.state.topic.replication.factor", "1");
        to.setProperty("share.coordinator.state.topic.min.isr", "1");
        to.setProperty("share.coordinator.state.topic.num.partitions", "1");
        // Waiting for further members serves a fleet that restarts; here they are all in this JVM.
        to.setProperty("group.initial.rebalance.delay.ms", "0");
    }

    private static void footprint(Properties to) {
        to.setProperty("num.network.threads", "2");
        to.setProperty("num.io.threads", "4");
        to.setProperty("background.threads", "2");
        to.setProperty("log.cleaner.dedupe.buffer.size", String.valueOf(8 << 20));
        to.setProperty("log.segment.bytes", String.valueOf(64 << 20));
        // Each partition maps its index files at full size from the start; a segment of 64 MiB fills 2 MiB at most.
        to.setProperty("log.index.size.max.bytes", String.valueOf(2 << 20));
    }
}
