package org.waxwing.domain.sync;

/**
 * What a server calls a message and its conversation, wherever in the account they are: EMAILID and THREADID (RFC 8474),
 * or Gmail's X-GM-MSGID and X-GM-THRID. Each is empty when the server does not tell.
 *
 * @param email the same for the same bytes in every folder
 */
public record RemoteIds(String email, String thread) {
    /** Nothing told. */
    public static final RemoteIds NONE = new RemoteIds("", "");
    private static final int LONGEST = 255;

    public RemoteIds {
        if (email.length() > LONGEST) email = "";
        if (thread.length() > LONGEST) thread = "";
    }
}
