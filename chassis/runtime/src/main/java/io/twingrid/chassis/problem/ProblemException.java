package io.twingrid.chassis.problem;

/** Ends a request with a problem document. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.document().getDetail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
