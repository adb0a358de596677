package io.twingrid.bench.intake;

import java.util.List;

/**
 * A part of the run: reports at one rate to one server.
 *
 * @param name as it stands in the table
 * @param url where reports are posted
 * @param keyed whether each report comes with an {@code Idempotency-Key} of its own
 * @param rate reports a second
 * @param seconds how long
 */
record Step(String name, String url, boolean keyed, int rate, int seconds) {
    static final int WARM_UP_RATE = 500;
    private static final String REPORTS = "/api/reports";

    /** Everything once, so that all of it is warm. */
    static List<Step> warmUp(String echo, String intake, int seconds) {
        return at(WARM_UP_RATE, "warm-up: ", echo, intake, seconds);
    }

    /** What is measured, rate by rate. */
    static List<Step> measured(String echo, String intake, List<Integer> rates, int seconds) {
        return rates.stream()
                .flatMap(rate -> at(rate, "", echo, intake, seconds).stream())
                .toList();
    }

    private static List<Step> at(int rate, String what, String echo, String intake, int seconds) {
        return List.of(
                new Step(what + "echo", echo + REPORTS, false, rate, seconds),
                new Step(what + "report-intake", intake + REPORTS, false, rate, seconds),
                new Step(what + "report-intake, with a key", intake + REPORTS, true, rate, seconds));
    }

    /** Its name in Gatling's report. */
    String request() {
        return name + " at " + rate;
    }
}
