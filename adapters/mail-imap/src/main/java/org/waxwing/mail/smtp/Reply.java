package org.waxwing.mail.smtp;

import java.util.List;

/**
 * What a server answers (RFC 5321 §4.2).
 *
 * @param code three digits
 * @param lines what stands behind the code in each line
 */
record Reply(int code, List<String> lines) {
    private static final int NEED_SIGN_IN = 530;
    private static final int TOO_LARGE = 552;
    private static final int NOT_LARGER = 523;

    Reply {
        lines = List.copyOf(lines);
    }

    boolean isGood() {
        return code / 100 == 2;
    }

    boolean asksForMore() {
        return code / 100 == 3;
    }

    /** Whether the same may be taken at another time. */
    boolean saysLater() {
        return code / 100 == 4;
    }

    boolean wantsSignIn() {
        return code == NEED_SIGN_IN;
    }

    /** RFC 1870 §6.1; a full mailbox has the same code, and 5.2.2 (RFC 3463). */
    boolean saysTooLarge() {
        var words = lines.isEmpty() ? "" : lines.getFirst();
        return code == NOT_LARGER || words.startsWith("5.3.4") || (code == TOO_LARGE && !words.startsWith("5.2.2"));
    }
}
