package org.waxwing.domain.mailbox;

import java.util.Locale;
import java.util.Set;
import org.waxwing.domain.content.UntrustedText;

/** A mark on a message (RFC 8621 §4.1.1): {@code $seen}, {@code $flagged}, or a label of the owner's; lower case. */
public record Keyword(String name) {
    public static final Keyword SEEN = new Keyword("$seen");
    public static final Keyword FLAGGED = new Keyword("$flagged");
    public static final Keyword ANSWERED = new Keyword("$answered");
    public static final Keyword DRAFT = new Keyword("$draft");
    private static final int LONGEST = 255;
    // what programs note for themselves without the $ that later standards gave such marks
    private static final Set<String> OF_PROGRAMS = Set.of(
            "junk", "nonjunk", "notjunk", "junkrecorded", "forwarded", "mdnsent", "receiptchecked");

    public Keyword {
        name = new UntrustedText(name).clipped(LONGEST).value().toLowerCase(Locale.ROOT);
        if (name.isBlank()) throw new IllegalArgumentException("A keyword needs a name");
    }

    /** Whether it is a label of the owner's, rather than a mark that programs understand. */
    public boolean isLabel() {
        return !name.startsWith("$") && !name.startsWith("\\") && !OF_PROGRAMS.contains(name);
    }
}
