package io.twingrid.bench.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends reports at fixed rates to intake and to a server of the same kind that echoes them, and their like to the broker:
 * {@code deploy/bench/run intake [rates] [seconds] [town] [folder]}. What is measured, and the load on it, have a process each
 * on the same machine. The folder is left behind.
 */
public final class IntakeBench {
    private static final long SECONDS_TO_END = 30;

    private IntakeBench() {}

    /** Runs it; prints a table. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Integer> rates = Stream.of(
                        argument(arguments, 0, "200,500,1000,2000").split(",", -1))
                .map(Integer::valueOf)
                .toList();
        int seconds = Integer.parseInt(argument(arguments, 1, "15"));
        String town = argument(arguments, 2, "../town");
        Path folder = arguments.length > 3 ? Path.of(arguments[3]) : Files.createTempDirectory("intake-bench");
        Process server = start(folder, town);
        try (BufferedReader said = server.inputReader(UTF_8)) {
            ServerMain.Up up = up(said);
            Map<Integer, Figures> produced = produce(up, rates, seconds);
            Map<Step, Figures> reported = new Gatling(folder.resolve("gatling")).run(up, rates, seconds);
            System.out.println(Figures.HEAD);
            produced.forEach((rate, figures) -> {
                System.out.println(figures.row("raw producer", rate));
                reported.forEach((step, its) -> {
                    if (step.rate() == rate) {
                        System.out.println(its.row(step.name(), rate));
                    }
                });
            });
        } finally {
            server.getOutputStream().close();
            if (!server.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        }
    }

    private static Map<Integer, Figures> produce(ServerMain.Up up, List<Integer> rates, int seconds) {
        Map<Integer, Figures> figures = new LinkedHashMap<>();
        try (ProducerRun producer = new ProducerRun(up.producer())) {
            producer.run(Step.WARM_UP_RATE, seconds);
            rates.forEach(rate -> figures.put(rate, producer.run(rate, seconds)));
        }
        return figures;
    }

    private static Process start(Path folder, String town) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerMain.class.getName(),
                        folder.toString(),
                        town)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static ServerMain.Up up(BufferedReader said) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith("up ")) {
                return new JsonMapper().readValue(line.substring(3), ServerMain.Up.class);
            }
        }
        throw new IOException("what is to be measured did not start");
    }

    private static String argument(String[] arguments, int index, String otherwise) {
        return index < arguments.length ? arguments[index] : otherwise;
    }
}
