package org.waxwing.web.rest.account;

import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.web.rest.problem.Problem;
import org.waxwing.web.rest.problem.ProblemType;

/** What to tell the owner of an account whose server cannot be used. */
final class Refusals {
    private Refusals() {}

    static Problem problem(ConnectionProblem problem) {
        return switch (problem) {
            case UNKNOWN_HOST -> Problem.of(
                    ProblemType.UNKNOWN_HOST, "There is no server of that name. Please check how it is spelt.");
            case UNREACHABLE -> Problem.of(
                    ProblemType.UNREACHABLE,
                    "Nothing answers at that server and port. Please check both, or try again later.");
            case NOT_A_MAIL_SERVER -> Problem.of(
                    ProblemType.NOT_A_MAIL_SERVER,
                    "Something answers there, but it is not a mail server. Please check the port and the kind of"
                            + " protection.");
            case TLS_REFUSED -> Problem.of(
                    ProblemType.TLS_REFUSED,
                    "The connection could not be protected: the server offers no TLS there, or its certificate is not"
                            + " trusted.");
            case SIGN_IN_REFUSED -> Problem.of(
                    ProblemType.SIGN_IN_REFUSED,
                    "The server does not accept this name and password. Some providers ask for an app password"
                            + " instead.");
            case NOT_ALLOWED -> Problem.of(
                    ProblemType.SERVER_NOT_ALLOWED,
                    "Your administrator does not allow Waxwing to connect to that server or port.");
            case THROTTLED -> Problem.of(
                    ProblemType.SERVER_THROTTLES,
                    "The server asks us to slow down. Please try again in a few minutes.");
            case CONNECTION_LOST -> Problem.of(
                    ProblemType.CONNECTION_LOST,
                    "The connection to the server broke off. Please try again in a moment.");
            case FOLDER_REFUSED -> Problem.of(
                    ProblemType.FOLDER_REFUSED,
                    "The server lists this folder and does not let us open it. Its messages are kept here as they"
                            + " are.");
            case STORAGE -> Problem.of(
                    ProblemType.INTERNAL, "Your mail could not be stored on our side. It is tried again by itself.");
        };
    }
}
