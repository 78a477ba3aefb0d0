package org.waxwing.web.faces.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds addresses of web pages in plain text. */
final class Links {
    private static final Pattern ADDRESS = Pattern
            .compile("(?i)(?<![\\p{L}\\p{N}@])(?:https?://|www\\.)[^\\s<>\"“”«»\\p{Cntrl}]+");
    private static final String SENTENCE_MARKS = ".,;:!?'’…。，；：！？、";

    private Links() {}

    /** The whole of {@code text} in parts, some of which are links. */
    static List<MailText.Segment> in(String text) {
        var segments = new ArrayList<MailText.Segment>();
        var found = ADDRESS.matcher(text);
        int from = 0;
        while (found.find()) {
            var address = withoutSentenceMarks(found.group());
            var href = href(address);
            if (href.isEmpty()) continue;
            if (found.start() > from) segments.add(new MailText.Segment(text.substring(from, found.start()), ""));
            segments.add(new MailText.Segment(address, href));
            from = found.start() + address.length();
        }
        if (from < text.length()) segments.add(new MailText.Segment(text.substring(from), ""));
        return segments;
    }

    private static String href(String address) {
        int scheme = address.indexOf("://");
        if (scheme < 0) return address.length() > "www.".length() ? "https://" + address : "";
        return address.length() > scheme + "://".length() ? address : "";
    }

    /** A full stop behind an address ends the sentence; a bracket does when it was opened before the address. */
    private static String withoutSentenceMarks(String address) {
        int end = address.length();
        while (end > 0 && isBehind(address, end)) end--;
        return address.substring(0, end);
    }

    private static boolean isBehind(String address, int end) {
        char last = address.charAt(end - 1);
        if (SENTENCE_MARKS.indexOf(last) >= 0) return true;
        return switch (last) {
            case ')' -> opened(address, end, '(', ')') < 0;
            case ']' -> opened(address, end, '[', ']') < 0;
            case '}' -> opened(address, end, '{', '}') < 0;
            case '*', '_', '`', '|' -> true;
            default -> false;
        };
    }

    private static int opened(String address, int end, char open, char close) {
        int depth = 0;
        for (int i = 0; i < end; i++) {
            char c = address.charAt(i);
            if (c == open) depth++;
            else if (c == close) depth--;
        }
        return depth;
    }
}
