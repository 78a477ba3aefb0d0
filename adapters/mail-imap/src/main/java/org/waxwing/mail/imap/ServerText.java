package org.waxwing.mail.imap;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.waxwing.domain.sync.RemoteChange.Refusal;

/** What a server says in words behind OK, NO, BAD or BYE: only ever looked through, never kept. */
record ServerText(String words) {
    private static final int ENOUGH = 1_000;
    // response codes of RFC 5530 and RFC 9051, then what Gmail, Yahoo, Exchange and Dovecot say without one
    private static final Pattern SLOW_DOWN = Pattern.compile(
            "\\[(limit|throttled|overload)|too many|throttl|rate limit|exceeded the (connection|command|download|bandwidth)"
                    + "|maximum number of (connections|simultaneous)|bandwidth limit|connection limit|slow down|server (is )?busy");
    private static final Pattern NOT_NOW = Pattern.compile(
            "\\[(unavailable|inuse|serverbug)|temporar|unavailable");
    private static final Pattern TRY_AGAIN = Pattern.compile("\\[(unavailable|inuse)|temporar|try again");
    private static final Map<Pattern, Refusal> REFUSALS = refusals();

    ServerText {
        words = (words.length() > ENOUGH ? words.substring(0, ENOUGH) : words).toLowerCase(Locale.ROOT);
    }

    /** Codes before words, and what is said in the fewest ways first. */
    private static Map<Pattern, Refusal> refusals() {
        var refusals = new LinkedHashMap<Pattern, Refusal>();
        refusals.put(Pattern.compile("\\[overquota"), Refusal.OVER_QUOTA);
        refusals.put(Pattern.compile("\\[alreadyexists"), Refusal.ALREADY_EXISTS);
        refusals.put(Pattern.compile("\\[(nonexistent|trycreate)"), Refusal.NO_SUCH_MAILBOX);
        refusals.put(Pattern.compile("\\[(noperm|cannot|read-only|haschildren|contactadmin)"), Refusal.NOT_PERMITTED);
        refusals.put(
                Pattern.compile(
                        "quota|(mailbox|disk) (is )?full|(not enough|insufficient|no) (disk )?(space|room|storage)"),
                Refusal.OVER_QUOTA);
        refusals.put(Pattern.compile("already exists|exists already|duplicate folder"), Refusal.ALREADY_EXISTS);
        refusals.put(
                Pattern.compile(
                        "(does not|doesn't|does n't) exist|no such|unknown (mailbox|folder)|non-?existent|not found"),
                Refusal.NO_SUCH_MAILBOX);
        refusals.put(
                Pattern.compile(
                        "permission|not (allowed|permitted)|denied|read-?only|forbidden|\\bacl\\b|has children"),
                Refusal.NOT_PERMITTED);
        return refusals;
    }

    /** Whether it asks for fewer or slower commands or connections. */
    boolean asksToSlowDown() {
        return SLOW_DOWN.matcher(words).find();
    }

    /** Whether the same would work at another time, whoever is to blame. */
    boolean saysLater() {
        return asksToSlowDown() || NOT_NOW.matcher(words).find();
    }

    /** Whether a change would be carried out at another time. A fault of the server is not taken for that. */
    boolean putsOff() {
        return asksToSlowDown() || TRY_AGAIN.matcher(words).find();
    }

    /** Why a change is refused, as far as that can be understood. */
    Refusal refusal() {
        for (var refusal : REFUSALS.entrySet()) if (refusal.getKey().matcher(words).find()) return refusal.getValue();
        return Refusal.OTHER;
    }

    /** Whether it says that somebody else has removed messages meanwhile (RFC 5530). */
    boolean tellsOfExpunge() {
        return words.contains("[expungeissued");
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
