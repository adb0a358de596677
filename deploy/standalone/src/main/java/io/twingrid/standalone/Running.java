package io.twingrid.standalone;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been started, and how it ends: the applications first and side by side, then the ground that they stood on. A
 * client that loses its only broker waits for its own timeouts, and closing one application after the other adds up their
 * quiet periods.
 */
final class Running implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Running.class);

    private final List<AutoCloseable> applications = new ArrayList<>();
    private final List<AutoCloseable> ground = new ArrayList<>();
    private boolean closed;

    /** Takes an application; one that comes after the end was called is closed at once. */
    <T extends AutoCloseable> T application(T application) {
        return keep(applications, application);
    }

    /** Takes something that applications stand on: the broker, the store. */
    <T extends AutoCloseable> T ground(T part) {
        return keep(ground, part);
    }

    private <T extends AutoCloseable> T keep(List<AutoCloseable> among, T part) {
        synchronized (this) {
            if (!closed) {
                among.add(part);
                return part;
            }
        }
        close(part);
        throw new StartFailure("Stopped before the start was over.");
    }

    @Override
    public void close() {
        List<AutoCloseable> first;
        List<AutoCloseable> then;
        synchronized (this) {
            closed = true;
            first = takeAll(applications);
            then = takeAll(ground);
        }
        closeSideBySide(first);
        closeSideBySide(then);
    }

    private static List<AutoCloseable> takeAll(List<AutoCloseable> from) {
        List<AutoCloseable> all = List.copyOf(from);
        from.clear();
        return all;
    }

    private static void closeSideBySide(List<AutoCloseable> parts) {
        List<Thread> threads = parts.stream()
                .map(part -> Thread.ofPlatform().name("close").start(() -> close(part)))
                .toList();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread()
                        .interrupt(); // somebody is in a hurry: go on to the ground, so that it is flushed
            }
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            log.warn("{} did not close cleanly", part, e);
        }
    }
}
