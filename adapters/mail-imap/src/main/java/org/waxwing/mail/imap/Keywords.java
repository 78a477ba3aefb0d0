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

    private final Map<Set<Keyword>, Set<Keyword>> remembered = new HashMap<>();

    Set<Keyword> of(Flags flags) {
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
        if (remembered.size() >= MOST_REMEMBERED) remembered.clear();
        return remembered.computeIfAbsent(Set.copyOf(keywords), same -> same);
    }
}
