package org.waxwing.web.faces.mail;

import java.util.List;

/**
 * What is said about a message's sender.
 *
 * @param standing {@code verified}, {@code unverified} or {@code failed}; empty when nothing is known, and nothing said
 * @param word the same in a word or two
 * @param sentence what it means
 * @param checks what was checked, for those who know
 * @param hints what a careful reader would notice, in sentences
 * @param grave whether the reader should be stopped rather than told
 * @param sender the address whose pictures can always be shown; empty when there is none
 */
public record Safety(
        String standing,
        String word,
        String sentence,
        List<Check> checks,
        List<String> hints,
        boolean grave,
        String sender) {
    public Safety {
        checks = List.copyOf(checks);
        hints = List.copyOf(hints);
    }

    /** One of the checks, by its usual name, and how it ended. */
    public record Check(String label, String value) {}

    /** The drawing that goes with it. */
    public String icon() {
        return standing.equals("verified") ? "shield" : "spam";
    }
}
