package io.twingrid.bench.broker;

import io.twingrid.chassis.embedded.BrokerSettings;
import io.twingrid.chassis.embedded.EmbeddedBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Scanner;

/** The broker in a process of its own. Says where it listens, and ends when its input ends. */
final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] arguments) {
        BrokerSettings settings = new BrokerSettings(Path.of(arguments[0]), "127.0.0.1", 0, false);
        try (EmbeddedBroker broker = EmbeddedBroker.start(settings);
                Scanner input = new Scanner(System.in, StandardCharsets.UTF_8)) {
            System.out.println(broker.bootstrapServers());
            while (input.hasNextLine()) {
                input.nextLine();
            }
        }
    }
}
