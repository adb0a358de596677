package io.twingrid.standalone.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;

/** What one account hears while the demonstration runs: its server-sent events, in order, with the time of arrival. */
final class LiveStream {

    private static final String EVENT = "event:";
    private static final String DATA = "data:";

    private final TownClient town;
    private final List<Heard> heard = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();

    private LiveStream(TownClient town) {
        this.town = town;
    }

    /**
     * One notice.
     *
     * @param arrived {@link System#nanoTime} when it was there
     */
    record Heard(String event, String reportId, String title, long arrived) {}

    /** Opens an account's stream; from now on nothing is missed. */
    static LiveStream open(TownClient town, String account) {
        LiveStream stream = new LiveStream(town);
        InputStream body = town.stream(account);
        Thread.ofVirtual().name("stream of " + account).start(() -> stream.listen(body));
        return stream;
    }

    /** The next notice of this kind about a report that was not taken before; empty if none comes in time. */
    Optional<Heard> next(String event, String reportId, Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            Optional<Heard> found = take(event, reportId);
            while (found.isEmpty() && left > 0) {
                left = more.awaitNanos(left);
                found = take(event, reportId);
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Heard> take(String event, String reportId) {
        for (Iterator<Heard> each = heard.iterator(); each.hasNext(); ) {
            Heard one = each.next();
            if (one.event().equals(event) && one.reportId().equals(reportId)) {
                each.remove();
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private void listen(InputStream body) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, UTF_8))) {
            String event = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(EVENT)) {
                    event = line.substring(EVENT.length()).strip();
                } else if (line.startsWith(DATA)) {
                    add(event, town.read(line.substring(DATA.length())));
                }
            }
        } catch (IOException closed) {
            // The demonstration is over and has cut its streams; what was missing has been missed by then.
            return;
        }
    }

    private void add(String event, JsonNode notice) {
        Heard one = new Heard(
                event,
                notice.path("reportId").asString(""),
                notice.path("title").asString(""),
                System.nanoTime());
        lock.lock();
        try {
            heard.add(one);
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
