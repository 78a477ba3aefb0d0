package org.waxwing.domain.sending;

/** Why something was not sent, or not yet, in the distinctions that tell its owner what to do. */
public enum Trouble {
    /** Nothing is wrong. */
    NONE,
    /** The server does not answer, or not in time, or went away before it had everything. */
    UNREACHABLE,
    /** Something answers there that does not speak the protocol, or not protected as it should. */
    NOT_PROTECTED,
    /** The server does not accept this name and password, or the consent has lapsed. */
    SIGN_IN_REFUSED,
    /** The administrator does not let Waxwing reach that host. */
    NOT_ALLOWED,
    /** The server asks to try later. */
    BUSY,
    /** The server does not let this address send. */
    SENDER_REFUSED,
    /** The server does not take mail for that address. */
    RECIPIENT_REFUSED,
    /** The message is larger than the server takes. */
    TOO_LARGE,
    /** The server does not take this message. */
    CONTENT_REFUSED,
    /** The server cannot write to an address with such letters (RFC 6531). */
    LETTERS_REFUSED,
    /** The line broke when everything had been said and before the answer: nobody knows whether it went. */
    ANSWER_LOST,
    /** The message that was to be passed on is not here any more. */
    SOURCE_GONE,
    /** So much was sent for this account by rules that the rest waits. */
    LIMIT,
    /** Nobody has shown any more that mail may be passed on to that address. */
    NOT_VERIFIED,
    /** The program does not want it. */
    PROGRAM_REFUSED
}
