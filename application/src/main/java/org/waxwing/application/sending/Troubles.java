package org.waxwing.application.sending;

import org.waxwing.domain.sending.Trouble;
import org.waxwing.domain.sync.ConnectionProblem;

/** Why a server cannot be used, in the words of what is sent. */
final class Troubles {
    private Troubles() {}

    static Trouble of(ConnectionProblem problem) {
        return switch (problem) {
            case UNKNOWN_HOST, UNREACHABLE, CONNECTION_LOST -> Trouble.UNREACHABLE;
            case NOT_A_MAIL_SERVER, TLS_REFUSED -> Trouble.NOT_PROTECTED;
            case SIGN_IN_REFUSED -> Trouble.SIGN_IN_REFUSED;
            case NOT_ALLOWED -> Trouble.NOT_ALLOWED;
            case THROTTLED -> Trouble.BUSY;
            // of folders, which nobody asks for here
            case FOLDER_REFUSED, STORAGE -> Trouble.UNREACHABLE;
        };
    }
}
