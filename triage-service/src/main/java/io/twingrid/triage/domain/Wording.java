package io.twingrid.triage.domain;

/** What is written where a reason or note belongs and nobody wrote one; for whoever reads it, hence in both languages. */
final class Wording {
    static final String HANDLED_ON_SPOT = "现场已处置,核实属实。Handled on the spot; verified.";
    static final String NOT_SOLVED = "反映人表示未解决。The reporter says that it is not solved.";
    static final String CHECKED = "核查完毕。Checked.";
    static final String UNCHALLENGED = "回访期满,无异议。Nobody said otherwise in time.";
    static final String OVERDUE = "社区办理超期,自动上报。The community's time is over.";

    private Wording() {}
}
