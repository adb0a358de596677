package io.twingrid.bench.triage;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingStream;

/**
 * Where the processors' time goes, by the JVM's own flight recorder: samples of running threads, by the part of the house at
 * work and by the method at the top.
 */
final class Profile implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMillis(20);
    private static final int LINES = 15;
    /** The first of these that a stack has, from the top, is the part at work. */
    private static final Map<String, String> PARTS = parts();

    private final RecordingStream recording = new RecordingStream();
    private final Map<String, LongAdder> byPart = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> byMethod = new ConcurrentHashMap<>();

    private Profile() {
        recording.enable("jdk.ExecutionSample").withPeriod(PERIOD);
        recording.onEvent("jdk.ExecutionSample", this::count);
    }

    static Profile start() {
        Profile profile = new Profile();
        profile.recording.startAsync();
        return profile;
    }

    void print() {
        recording.stop();
        print("part at work", byPart);
        print("method at the top", byMethod);
    }

    private static void print(String title, Map<String, LongAdder> samples) {
        double all = samples.values().stream().mapToLong(LongAdder::sum).sum();
        System.out.printf("%n| %s | of %,.0f samples |%n|---|---|%n", title, all);
        samples.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> -entry.getValue().sum()))
                .limit(LINES)
                .forEach(entry -> System.out.printf(
                        "| %s | %.1f %% |%n",
                        entry.getKey(), 100 * entry.getValue().sum() / all));
    }

    @Override
    public void close() {
        recording.close();
    }

    private void count(RecordedEvent event) {
        if (event.getStackTrace() == null || event.getStackTrace().getFrames().isEmpty()) {
            return;
        }
        add(byPart, partOf(event));
        add(byMethod, nameOf(event.getStackTrace().getFrames().getFirst()));
    }

    private static String partOf(RecordedEvent event) {
        for (RecordedFrame frame : event.getStackTrace().getFrames()) {
            String name = nameOf(frame);
            for (Map.Entry<String, String> part : PARTS.entrySet()) {
                if (name.startsWith(part.getKey())) {
                    return part.getValue();
                }
            }
        }
        return "anything else";
    }

    private static String nameOf(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private static void add(Map<String, LongAdder> samples, String name) {
        samples.computeIfAbsent(name, k -> new LongAdder()).increment();
    }

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("io.twingrid.bench", "this benchmark's own routing loop");
        parts.put("io.twingrid.triage.store.Tallies", "triage: counters");
        parts.put("io.twingrid.triage.store", "triage: documents and queries");
        parts.put("io.twingrid.triage", "triage: rules and routing");
        parts.put("io.twingrid.chassis.embedded", "embedded store");
        parts.put("de.bwaldvogel", "embedded store: wire protocol");
        parts.put("io.twingrid.chassis.edge", "chassis: edge");
        parts.put("io.twingrid.chassis.change", "chassis: changes and relay");
        parts.put("io.twingrid.chassis.fact", "chassis: facts and JSON");
        parts.put("com.mongodb", "store's driver");
        parts.put("org.apache.kafka.clients", "Kafka's clients");
        parts.put("org.apache.kafka", "embedded broker");
        parts.put("kafka.", "embedded broker");
        parts.put("org.springframework", "Spring");
        return parts;
    }
}
