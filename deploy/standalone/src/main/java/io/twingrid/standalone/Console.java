package io.twingrid.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** The lines that the person who started us reads. Everything else goes to the log. */
final class Console {

    private final PrintStream out;
    private final PrintStream err;
    private final Supplier<Duration> sinceStart;

    Console(PrintStream out, PrintStream err, Supplier<Duration> sinceStart) {
        this.out = out;
        this.err = err;
        this.sinceStart = sinceStart;
    }

    void line(String text) {
        out.println(text);
    }

    /** A step that is done, with the time since the process began. */
    void done(String what) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds(sinceStart.get()), what);
    }

    /** The one sentence of a start that failed. */
    void sorry(String sentence) {
        err.println(sentence);
    }

    Duration sinceStart() {
        return sinceStart.get();
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
