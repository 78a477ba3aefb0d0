package org.waxwing.mail.imap;

import jakarta.mail.Flags;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.mailbox.Keyword;

/**
 * Flags of messages as keywords (RFC 8621 §4.1.1). Equal sets are one object: a folder of 100,000 messages has a dozen
 * different ones. Belongs to one thread.
 */
final class Keywords {
    private static final int MOST_OF_ONE_MESSAGE = 200;
    private static final int MOST_REMEMBERED = 1_000;
    private static final Map<Flags.Flag, Keyword> SYSTEM = Map.of(
            Flags.Flag.SEEN,
            Keyword.SEEN,
            Flags.Flag.FLAGGED,
            Keyword.FLAGGED,
            Flags.Flag.ANSWERED,
            Keyword.ANSWERED,
            Flags.Flag.DRAFT,
            Keyword.DRAFT);
    private static final Map<Keyword, String> WIRE = Map.of(
            Keyword.SEEN,
            "\\Seen",
            Keyword.FLAGGED,
            "\\Flagged",
            Keyword.ANSWERED,
            "\\Answered",
            Keyword.DRAFT,
            "\\Draft");

    private final Map<Flags, Set<Keyword>> remembered = new HashMap<>();
    private final Map<Set<Keyword>, Set<Keyword>> shared = new HashMap<>();

    Set<Keyword> of(Flags flags) {
        var known = remembered.get(flags);
        if (known != null) return known;
        var keywords = new HashSet<Keyword>();
        for (var flag : flags.getSystemFlags()) {
            var keyword = SYSTEM.get(flag);
            if (keyword != null) keywords.add(keyword);
        }
        for (var name : flags.getUserFlags()) {
            // what begins with a backslash is the server's, not a label of the owner
            if (name.isBlank() || name.startsWith("\\") || keywords.size() >= MOST_OF_ONE_MESSAGE) continue;
            keywords.add(new Keyword(name));
        }
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
            shared.clear();
        }
        var set = shared.computeIfAbsent(Set.copyOf(keywords), same -> same);
        remembered.put(flags, set);
        return set;
    }

    /** The flag for one of the keywords that every server has (RFC 9051 §2.3.2); empty for any other keyword. */
    static String systemFlag(Keyword keyword) {
        return WIRE.getOrDefault(keyword, "");
    }

    /** Whether a keyword can be written as a flag at all: an atom that is not the server's own. */
    static boolean isFlag(Keyword keyword) {
        return keyword.name().chars().allMatch(c -> c > 0x20 && c < 0x7F && "(){%*\"\\]".indexOf(c) < 0);
    }
}
