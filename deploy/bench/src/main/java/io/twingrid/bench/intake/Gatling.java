package io.twingrid.bench.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Runs {@link ReportSimulation} in a process of its own, with Gatling's libraries, and hears what it tells. */
final class Gatling {
    /** How a line of the simulation begins that says what came of a step. */
    static final String TOLD = "told ";

    /** By its name: without Gatling's libraries the class cannot be loaded here. */
    private static final String SIMULATION = "io.twingrid.bench.intake.ReportSimulation";

    private static final Path LIBRARIES = Path.of("target", "gatling", "*");

    private final Path folder;

    /**
     * The generator.
     *
     * @param folder where Gatling leaves its log
     */
    Gatling(Path folder) {
        this.folder = folder;
    }

    /** What came of each step that is measured. */
    Map<Step, Figures> run(ServerMain.Up up, List<Integer> rates, int seconds)
            throws IOException, InterruptedException {
        Process process = start(up, rates, seconds);
        Map<String, Figures> told = new HashMap<>();
        StringBuilder said = new StringBuilder();
        JsonMapper json = new JsonMapper();
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith(TOLD)) {
                    String[] parts = line.substring(TOLD.length()).split("=", 2);
                    told.put(parts[0], json.readValue(parts[1], Figures.class));
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("Gatling did not finish:\n" + said);
        }
        Map<Step, Figures> figures = new LinkedHashMap<>();
        for (Step step : Step.measured(up.echo(), up.intake(), rates, seconds)) {
            figures.put(step, Objects.requireNonNull(told.get(step.request()), step.request()));
        }
        return figures;
    }

    private Process start(ServerMain.Up up, List<Integer> rates, int seconds) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED", // Gatling reads the bytes of texts as they are
                        "-Decho=" + up.echo(),
                        "-Dintake=" + up.intake(),
                        "-Drates="
                                + String.join(
                                        ",", rates.stream().map(String::valueOf).toList()),
                        "-Dseconds=" + seconds,
                        "-cp",
                        System.getProperty("java.class.path") + File.pathSeparator + LIBRARIES,
                        "io.gatling.app.Gatling",
                        "--simulation",
                        SIMULATION,
                        "--results-folder",
                        folder.toString(),
                        "--no-reports")
                .redirectErrorStream(true)
                .start();
    }
}
