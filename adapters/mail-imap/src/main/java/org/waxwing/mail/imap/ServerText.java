package org.waxwing.mail.imap;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a server says in words behind OK, NO, BAD or BYE: only ever looked through, never kept. */
record ServerText(String words) {
    private static final int ENOUGH = 1_000;
    // response codes of RFC 5530 and RFC 9051, then what Gmail, Yahoo, Exchange and Dovecot say without one
    private static final Pattern SLOW_DOWN = Pattern.compile(
            "\\[(limit|throttled|overload)|too many|throttl|rate limit|exceeded the (connection|command|download|bandwidth)"
                    + "|maximum number of (connections|simultaneous)|bandwidth limit|connection limit|slow down|server (is )?busy");
    private static final Pattern NOT_NOW = Pattern.compile(
            "\\[(unavailable|inuse|serverbug)|temporar|unavailable");

    ServerText {
        words = (words.length() > ENOUGH ? words.substring(0, ENOUGH) : words).toLowerCase(Locale.ROOT);
    }

    /** Whether it asks for fewer or slower commands or connections. */
    boolean asksToSlowDown() {
        return SLOW_DOWN.matcher(words).find();
    }

    /** Whether the same would work at another time, whoever is to blame. */
    boolean saysLater() {
        return asksToSlowDown() || NOT_NOW.matcher(words).find();
    }

    /** Whether it says outright that name and password do not fit; some add "try again" to that. */
    boolean refusesCredentials() {
        return words.contains("[authenticationfailed") || words.contains("[authorizationfailed");
    }

    /** Whether it wants the connection protected first. */
    boolean wantsPrivacy() {
        return words.contains("[privacyrequired") || words.contains("[encryptionrequired");
    }
}
