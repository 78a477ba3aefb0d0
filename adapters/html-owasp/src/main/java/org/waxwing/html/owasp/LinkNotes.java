package org.waxwing.html.owasp;

import org.waxwing.domain.links.LinkCheck;

/**
 * What is to be said about the links of one document, for the page around it: {@code position|reason|shown|real}, parted
 * by spaces, positions counted from 0 over all links that lead somewhere.
 */
final class LinkNotes {
    private static final int LONGEST_WORDS = 300;
    private static final int MOST = 500;

    private final LinkCheck check;
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
        if (noted < MOST) check.look(words.toString(), target).ifPresent(doubt -> {
            noted++;
            if (!notes.isEmpty()) notes.append(' ');
            notes.append(position).append('|').append(doubt.reason()).append('|').append(doubt.shown()).append('|')
                    .append(doubt.real());
        });
        target = "";
        words.setLength(0);
    }

    /** All of it. */
    String text() {
        return notes.toString();
    }
}
