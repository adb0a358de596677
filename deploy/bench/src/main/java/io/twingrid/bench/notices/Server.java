package io.twingrid.bench.notices;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** {@link ServerMain} from the outside. */
final class Server implements AutoCloseable {
    private static final long SECONDS_TO_END = 30;

    private final Process process;
    private final BufferedReader said;
    private final PrintStream ask;
    private final String url;
    private final String brokers;

    private Server(Process process) throws IOException {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        this.ask = new PrintStream(process.getOutputStream(), true, UTF_8);
        String[] up = next("up ").split(" ", -1);
        this.url = up[0];
        this.brokers = up[1];
    }

    static Server start(Path folder, String town, String issuer) throws IOException {
        return new Server(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerMain.class.getName(),
                        folder.toString(),
                        town,
                        issuer)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    String url() {
        return url;
    }

    String brokers() {
        return brokers;
    }

    /** Bytes in use. */
    long memory() throws IOException {
        return asked("memory");
    }

    /** Nanoseconds of work so far. */
    long cpu() throws IOException {
        return asked("cpu");
    }

    private long asked(String what) throws IOException {
        ask.println(what);
        return Long.parseLong(next("answer "));
    }

    private String next(String mark) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(mark)) {
                return line.substring(mark.length());
            }
        }
        throw new IOException("the server has ended");
    }

    @Override
    public void close() {
        ask.close();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
