package io.twingrid.bench.intake;

/**
 * What was measured at one rate.
 *
 * @param answered reports a second that were answered as they should be, from the first one's start to the last one's answer
 * @param failed reports that were not
 * @param p50 milliseconds within which half of them were answered
 * @param p99 milliseconds within which 99 of 100 were
 * @param p999 milliseconds within which 999 of 1,000 were
 */
record Figures(double answered, long failed, double p50, double p99, double p999) {
    static final String HEAD = """
            | what | asked/s | answered/s | p50 ms | p99 ms | p999 ms | failed |
            |---|---|---|---|---|---|---|""";

    String row(String what, int rate) {
        return "| %s | %,d | %,.0f | %,.1f | %,.1f | %,.1f | %,d |"
                .formatted(what, rate, answered, p50, p99, p999, failed);
    }
}
