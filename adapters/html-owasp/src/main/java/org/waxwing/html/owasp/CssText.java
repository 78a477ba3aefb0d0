package org.waxwing.html.owasp;

import java.util.ArrayList;
import java.util.List;

/** CSS cut into pieces as a browser would cut it (CSS Syntax, level 3), in one pass and without understanding it. */
final class CssText {
    private CssText() {}

    /** Without comments. An unfinished one reaches to the end. */
    static String withoutComments(String css) {
        int from = css.indexOf("/*");
        if (from < 0) return css;
        var clean = new StringBuilder(css.length());
        int at = 0;
        while (from >= 0) {
            clean.append(css, at, from).append(' ');
            int to = css.indexOf("*/", from + 2);
            if (to < 0) return clean.toString();
            at = to + 2;
            from = css.indexOf("/*", at);
        }
        return clean.append(css, at, css.length()).toString();
    }

    /** The pieces between separators that stand neither in a string nor in brackets, at most {@code most} of them. */
    static List<String> split(String css, char separator, int most) {
        var text = withoutComments(css);
        var pieces = new ArrayList<String>();
        int from = 0;
        while (from <= text.length() && pieces.size() < most) {
            int to = end(text, from, separator, separator);
            pieces.add(text.substring(from, to));
            from = to + 1;
        }
        return pieces;
    }

    /** Where one of two characters stands next, outside of strings and brackets; the length when nowhere. */
    static int end(String text, int from, char one, char other) {
        int depth = 0;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (depth == 0 && (c == one || c == other)) return at;
            if (c == '\\') at++;
            else if (c == '"' || c == '\'') at = stringEnd(text, at);
            else if (c == '(' || c == '[' || c == '{') depth++;
            else if (c == ')' || c == ']' || c == '}') depth = Math.max(0, depth - 1);
        }
        return text.length();
    }

    // a string ends with its line, closed or not
    private static int stringEnd(String text, int from) {
        char quote = text.charAt(from);
        for (int at = from + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') at++;
            else if (c == quote || c == '\n') return at;
        }
        return text.length();
    }
}
