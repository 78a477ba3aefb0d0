package org.waxwing.web.rest.problem;

import java.time.Duration;
import java.util.List;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;
    private final transient Duration retryAfter;

    private ProblemException(Problem problem, Duration retryAfter) {
        super(problem.title());
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public ProblemException(Problem problem) {
        this(problem, Duration.ZERO);
    }

    public ProblemException(ProblemType type, String detail) {
        this(Problem.of(type, detail));
    }

    /** There is no such thing for this person. */
    public static ProblemException notFound() {
        return new ProblemException(ProblemType.NOT_FOUND, "");
    }

    /** A parameter cannot be read. */
    public static ProblemException malformed(String detail) {
        return new ProblemException(ProblemType.MALFORMED_REQUEST, detail);
    }

    /** One value is not right. */
    public static ProblemException invalid(String field, String detail) {
        return new ProblemException(Problem.of(List.of(new Problem.Field(field, detail))));
    }

    /** Tried too often; to be tried again after {@code pause}. */
    public static ProblemException tooManyAttempts(Duration pause) {
        return new ProblemException(
                Problem.of(ProblemType.TOO_MANY_ATTEMPTS, "Please wait a few minutes before you try again."), pause);
    }

    /** What to tell. */
    public Problem problem() {
        return problem;
    }

    /** How long to wait before trying again; zero when that would not help. */
    Duration retryAfter() {
        return retryAfter;
    }
}
