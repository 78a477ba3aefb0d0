package org.waxwing.web.faces.mail;

import java.util.List;

/**
 * Why a message is where it is, in words.
 *
 * @param message its id
 * @param from the address of whoever wrote it; empty when nothing can be decided about them
 * @param category where it belongs, as addresses call the view
 * @param icon a picture of the sprite for that
 * @param place where it is
 * @param chip the same with the weightiest reason, as short as it can be said
 * @param sure who says so, and how surely
 * @param outside what was decided about its sender, or that nothing was yet; may be empty
 * @param reasons what speaks for it, the weightiest first
 * @param doubts what speaks against it
 * @param alternatives what would put it elsewhere
 * @param choices for which mail a correction can be meant, the sensible one first; none when it cannot be corrected
 * @param history what was done to it by itself, the latest first
 */
public record Why(
        String message,
        String from,
        String category,
        String icon,
        String place,
        String chip,
        String sure,
        String outside,
        List<String> reasons,
        List<String> doubts,
        List<String> alternatives,
        List<Choice> choices,
        List<Line> history) {
    /** Nothing is known. */
    static final Why NOTHING = new Why(
            "", "", "", "inbox", "", "", "", "", List.of(), List.of(), List.of(), List.of(), List.of());

    public Why {
        reasons = List.copyOf(reasons);
        doubts = List.copyOf(doubts);
        alternatives = List.copyOf(alternatives);
        choices = List.copyOf(choices);
        history = List.copyOf(history);
    }

    /**
     * For which mail a correction can be meant.
     *
     * @param scope as the API calls it
     * @param whom the address or domain; empty for the message alone
     * @param stored how many other messages it would be about
     * @param first whether it is what is meant when nothing is said
     */
    public record Choice(String scope, String whom, String label, long stored, boolean first) {}

    /**
     * Something that was done.
     *
     * @param undo the action by which it can be taken back for this message; empty when it cannot, or a line before it says so
     */
    public record Line(String sentence, String time, String fullTime, String undo) {}
}
