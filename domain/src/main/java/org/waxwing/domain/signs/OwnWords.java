package org.waxwing.domain.signs;

import java.util.ArrayList;
import java.util.List;
import org.waxwing.domain.content.QuoteSigns;

/**
 * What a message says itself, without what it repeats: the first {@value #LOOKED_AT} characters of its text, and the last
 * {@value #LAST} of a longer one, where the small print stands.
 *
 * @param text its own lines
 * @param end the last of a longer text
 * @param quotes whether anything was left out as repeated
 * @param forwards whether what follows was passed on
 * @param signed whether a signature stands below its mark
 */
record OwnWords(String text, String end, boolean quotes, boolean forwards, boolean signed) {
    static final int LOOKED_AT = 6_000;
    static final int LAST = 2_000;
    private static final int HEAD = 10;

    static OwnWords of(String whole) {
        var text = whole.length() <= LOOKED_AT ? whole : whole.substring(0, LOOKED_AT);
        var end = whole.length() <= LOOKED_AT
                ? ""
                : whole.substring(Math.max(LOOKED_AT, whole.length() - LAST));
        return cut(text.lines().toList(), end);
    }

    private static OwnWords cut(List<String> lines, String end) {
        var own = new StringBuilder();
        boolean quotes = false;
        boolean forwards = false;
        boolean signed = false;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.startsWith(">")) quotes = true;
            else if (QuoteSigns.forwards(line)) {
                forwards = true;
                break;
            } else if (beginsOld(line, lines, i)) {
                quotes = true;
                break;
            } else if (introducesQuote(line, lines, i)) quotes = true;
            else {
                if (line.equals("-- ") || line.equals("--")) signed = true;
                own.append(line).append('\n');
            }
        }
        // what follows a quotation in full is repeated to its end
        return new OwnWords(own.toString(), quotes || forwards ? "" : end, quotes, forwards, signed);
    }

    private static boolean beginsOld(String line, List<String> lines, int at) {
        if (line.startsWith("-") && QuoteSigns.beginsOldMail(line)) return true;
        int colon = line.indexOf(':') < 0 ? line.indexOf('：') : line.indexOf(':');
        return colon > 0 && colon < 16 && QuoteSigns.isHead(following(lines, at));
    }

    private static List<String> following(List<String> lines, int at) {
        var some = new ArrayList<String>(HEAD);
        for (int i = at; i < lines.size() && i < at + 2 * HEAD && some.size() < HEAD; i++)
            if (!lines.get(i).isBlank()) some.add(lines.get(i));
        return some;
    }

    /** An attribution with a quotation below it: newspapers end lines like that, too. */
    private static boolean introducesQuote(String line, List<String> lines, int at) {
        var stripped = line.stripTrailing();
        if (!stripped.endsWith(":") && !stripped.endsWith("：")) return false;
        if (!QuoteSigns.introduces(stripped)) return false;
        for (int i = at + 1; i < lines.size() && i < at + 4; i++) if (lines.get(i).startsWith(">")) return true;
        return false;
    }
}
