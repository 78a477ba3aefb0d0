package org.waxwing.html.owasp;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.waxwing.domain.links.LinkCheck;
import org.waxwing.domain.links.LinkDoubt;

/**
 * What is to be said about the links of one document, for the page around it: {@code position|reason|shown|real}, parted
 * by spaces, positions counted from 0 over all links that lead somewhere.
 */
final class LinkNotes {
    private static final int LONGEST_WORDS = 300;
    private static final int MOST = 500;
    private static final int MOST_KNOWN = 1_000;

    private final LinkCheck check;
    private final Map<String, Optional<LinkDoubt>> known = new HashMap<>();
    private final StringBuilder notes = new StringBuilder();
    private final StringBuilder words = new StringBuilder();
    private String target = "";
    private int position = -1;
    private int noted;

    LinkNotes(LinkCheck check) {
        this.check = check;
    }

    /** A link begins. */
    void opened(String href) {
        closed();
        target = href;
        position++;
    }

    /** Something is read. */
    void words(String text) {
        if (target.isEmpty() || words.length() >= LONGEST_WORDS) return;
        words.append(text, 0, Math.min(text.length(), LONGEST_WORDS));
    }

    /** The link ends, if one had begun. */
    void closed() {
        if (target.isEmpty()) return;
        if (noted < MOST) look().ifPresent(doubt -> {
            noted++;
            if (!notes.isEmpty()) notes.append(' ');
            notes.append(position).append('|').append(doubt.reason()).append('|').append(doubt.shown()).append('|')
                    .append(doubt.real());
        });
        target = "";
        words.setLength(0);
    }

    // rows of a table lead to the same few places
    private Optional<LinkDoubt> look() {
        var key = words + "\n" + target;
        if (known.size() >= MOST_KNOWN) known.clear();
        return known.computeIfAbsent(key, it -> check.look(words.toString(), target));
    }

    /** All of it. */
    String text() {
        return notes.toString();
    }
}
