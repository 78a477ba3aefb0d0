package org.waxwing.bootstrap.demo.mime;

import java.util.ArrayList;
import java.util.List;

/** Laying out plain text: breaking long lines, {@code format=flowed} (RFC 3676) and quoting. */
public final class PlainText {
    private static final int WIDTH = 74;

    private PlainText() {}

    /** Breaks lines at spaces so that none is longer than 74 characters; quoted lines keep their marks. */
    public static String wrapped(String text) {
        return layOut(text, "");
    }

    /** The same, with the soft breaks marked by a space at the end of the line, and stuffing where RFC 3676 §4.4 asks for it. */
    public static String flowed(String text) {
        return layOut(text, " ");
    }

    private static String layOut(String text, String softBreak) {
        var out = new ArrayList<String>();
        for (var line : text.split("\n", -1)) {
            if (line.length() <= WIDTH || line.indexOf(' ') < 0) {
                out.add(stuffed(line, softBreak));
            } else {
                out.addAll(broken(line, softBreak));
            }
        }
        return String.join("\n", out);
    }

    private static List<String> broken(String line, String softBreak) {
        var marks = line.replaceFirst("^((?:> ?)*).*$", "$1");
        var rest = line.substring(marks.length());
        var out = new ArrayList<String>();
        while (marks.length() + rest.length() > WIDTH) {
            var space = rest.lastIndexOf(' ', WIDTH - marks.length());
            if (space <= 0) space = rest.indexOf(' ');
            if (space <= 0) break;
            out.add(stuffed(marks + rest.substring(0, space), softBreak) + softBreak);
            rest = rest.substring(space + 1);
        }
        out.add(stuffed(marks + rest, softBreak));
        return out;
    }

    private static String stuffed(String line, String softBreak) {
        if (softBreak.isEmpty() || line.startsWith(">")) return line;
        if (line.equals("-- ")) return line;
        var trimmed = line.stripTrailing();
        return trimmed.startsWith(" ") || trimmed.startsWith("From ") ? " " + trimmed : trimmed;
    }

    /** Every line with a mark before it; what was quoted already is one mark deeper. */
    public static String quoted(String text) {
        var out = new StringBuilder();
        for (var line : text.stripTrailing().split("\n", -1)) {
            out.append(line.isEmpty() ? ">" : line.startsWith(">") ? ">" + line : "> " + line).append('\n');
        }
        return out.toString();
    }
}
