package org.waxwing.domain.sync;

/** A mail server could not be used. Carries no address, name or server text in its message: it may be logged. */
public final class MailProviderException extends RuntimeException {
    private final ConnectionProblem problem;

    public MailProviderException(ConnectionProblem problem, Throwable cause) {
        super(problem.name(), cause);
        this.problem = problem;
    }

    public MailProviderException(ConnectionProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    /** What went wrong, as far as its owner can do something about it. */
    public ConnectionProblem problem() {
        return problem;
    }
}
