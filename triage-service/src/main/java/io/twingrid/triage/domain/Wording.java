package io.twingrid.triage.domain;

/** What is written where a reason or note belongs and nobody wrote one; for whoever reads it, hence in both languages. */
final class Wording {
    static final String HANDLED_ON_SPOT = "现场已处置，核实属实。Handled on the spot; verified.";
    static final String NOT_SOLVED = "上报人表示未解决。The reporter says that it is not solved.";
    static final String CHECKED = "核查通过。Checked.";
    static final String UNCHALLENGED = "反馈期满，无异议。Nobody objected in time.";
    static final String OVERDUE = "社区办理超时，自动上报街道。Not settled in time by the community; escalated by itself.";

    private Wording() {}
}
