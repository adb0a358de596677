package io.twingrid.standalone.demo;

import io.twingrid.standalone.demo.LiveStream.Heard;
import io.twingrid.standalone.demo.Sample.ReportToSend;
import io.twingrid.standalone.demo.Sample.Step;
import java.io.PrintStream;
import java.util.List;

/** What the person who watches sees. */
final class Screen {

    private final PrintStream out;

    Screen(PrintStream out) {
        this.out = out;
    }

    /** For a play that is measured and not shown. */
    static Screen dark() {
        return new Screen(new PrintStream(PrintStream.nullOutputStream()));
    }

    void title(Sample sample) {
        out.println();
        out.println(sample.title());
        out.println("  " + sample.told());
    }

    void submitted(ReportToSend report, String number) {
        String who = report.by() == null ? "somebody" : report.by();
        out.println("  ● %s reports %s: %s".formatted(who, number, report.description()));
    }

    void step(Step step, String state) {
        Object note =
                step.body() == null ? null : step.body().values().iterator().next();
        out.println("  %s %s: %s%s → %s"
                .formatted("●", step.by(), step.action(), note == null ? "" : " (" + note + ")", state));
    }

    void heard(String who, Heard notice) {
        out.println("      ↳ %s hears: %s".formatted(who, notice.title()));
    }

    void line(String text) {
        out.println(text);
    }

    /** Who settled what, with what is wrong below. */
    void table(List<Played> played) {
        Table table = new Table("report", "what", "reported by", "settled by", "level", "points", "");
        for (Played each : played) {
            String reporter = each.sample().report().by();
            table.row(
                    each.number(),
                    each.sample().title().zh(),
                    reporter == null ? "–" : reporter,
                    each.settledBy(),
                    each.level() == null ? "–" : each.level(),
                    each.points() == null ? "–" : String.valueOf(each.points()),
                    each.isAsExpected() ? "as expected" : "DIFFERENT");
        }
        out.println();
        table.lines().forEach(out::println);
        out.println();
        for (Played each : played) {
            each.differences()
                    .forEach(what -> out.println(
                            "DIFFERENT, %s: %s".formatted(each.sample().title(), what)));
        }
    }
}
