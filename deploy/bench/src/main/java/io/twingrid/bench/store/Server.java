package io.twingrid.bench.store;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.bson.Document;
import org.bson.RawBsonDocument;

/** The store's process, and a client that is connected to it. */
final class Server implements AutoCloseable {

    private static final String DATABASE = "bench";

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream questions;
    private final MongoClient client;
    private final Duration startedWithin;

    private Server(Process process, Duration startedWithin, BufferedReader answers, String uri) {
        this.process = process;
        this.startedWithin = startedWithin;
        this.answers = answers;
        this.questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.client = MongoClients.create(uri + "/?maxPoolSize=64&serverSelectionTimeoutMS=3000");
    }

    static Server start(Path folder, int heapMebibytes, boolean sync) {
        try {
            long begun = System.nanoTime();
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-Xmx" + heapMebibytes + "m",
                            "-XX:+UseSerialGC", // as the standalone is run
                            "-XX:+ExitOnOutOfMemoryError",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ServerMain.class.getName(),
                            folder.toString(),
                            String.valueOf(sync))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
            String uri = answers.readLine();
            if (uri == null) {
                throw new IllegalStateException("the store did not start");
            }
            return new Server(process, Duration.ofNanos(System.nanoTime() - begun), answers, uri);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the start of the process to the store's being ready. */
    Duration startedWithin() {
        return startedWithin;
    }

    MongoCollection<Document> collection(String name) {
        return client.getDatabase(DATABASE).getCollection(name);
    }

    MongoCollection<RawBsonDocument> rawCollection(String name) {
        return client.getDatabase(DATABASE).getCollection(name, RawBsonDocument.class);
    }

    /** Bytes of heap still in use after a collection. */
    long heap() {
        try {
            questions.println("heap");
            return Long.parseLong(answers.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The end that leaves no time for anything: SIGKILL. Requests under way fail. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** After a kill, when all requests have failed. */
    void disconnect() {
        client.close();
    }

    @Override
    public void close() {
        client.close();
        questions.println("stop");
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
