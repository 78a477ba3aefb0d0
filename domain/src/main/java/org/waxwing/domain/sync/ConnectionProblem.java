package org.waxwing.domain.sync;

/** Why a mail server could not be used, in the distinctions that tell its owner what to do. */
public enum ConnectionProblem {
    /** No such host in the name system. */
    UNKNOWN_HOST,
    /** Nothing answers at that host and port, or not in time. */
    UNREACHABLE,
    /** Something answers there, but it does not speak the protocol: usually a wrong port or TLS where none is. */
    NOT_A_MAIL_SERVER,
    /** The protected connection was refused: no TLS there, or a certificate that is not trusted. */
    TLS_REFUSED,
    /** The server does not accept this name and password. */
    SIGN_IN_REFUSED,
    /** The administrator does not let Waxwing reach that host or port. */
    NOT_ALLOWED,
    /** The server asks to slow down. */
    THROTTLED,
    /** The server was there, then went away or broke the protocol. */
    CONNECTION_LOST,
    /** The server lists a folder and does not let us open it; tells of a folder, never of an account. */
    FOLDER_REFUSED,
    /** What arrived could not be stored here. */
    STORAGE
}
