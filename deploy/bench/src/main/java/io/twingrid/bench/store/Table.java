package io.twingrid.bench.store;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What was measured, beside what was asked for. Each line is also printed when it comes, so that one can watch. */
final class Table {

    private record Line(String what, String goal, String measured, boolean met) {}

    private final List<Line> lines = new ArrayList<>();

    /** A figure that has to reach its goal. */
    void add(String what, String goal, String measured, boolean met) {
        lines.add(new Line(what, goal, measured, met));
        System.err.printf("%-70s %-28s %-44s %s%n", what, goal, measured, met ? "ok" : "MISSED");
    }

    /** A figure that is only told. */
    void tell(String what, String measured) {
        add(what, "-", measured, true);
    }

    boolean allMet() {
        return lines.stream().allMatch(Line::met);
    }

    void print(PrintStream out) {
        out.println("| what | goal | measured | |");
        out.println("|---|---|---|---|");
        for (Line line : lines) {
            out.printf("| %s | %s | %s | %s |%n", line.what, line.goal, line.measured, line.met ? "ok" : "MISSED");
        }
    }
}
