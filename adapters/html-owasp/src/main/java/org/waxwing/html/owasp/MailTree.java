package org.waxwing.html.owasp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sanitised document as it is about to be written: its events, the elements they make, and the lines a reader sees.
 * Positions are indexes of events.
 */
final class MailTree {
    static final Set<String> WITHOUT_END = Set.of("br", "col", "hr", "img", "wbr");
    private static final Set<String> PARTS_LINES = Set.of(
            "address", "article", "aside", "blockquote", "br", "center", "dd", "div", "dl", "dt", "figure", "footer",
            "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table",
            "td", "th", "tr", "ul");
    private static final int LONGEST_LINE = 500;

    /** What happens in a document, one after the other. */
    sealed interface Event {
        /** An element begins. */
        record Open(String element, List<String> attributes) implements Event {}

        /** It ends. */
        record Close(String element) implements Event {}

        /** Text, not yet escaped. */
        record Text(String text) implements Event {}
    }

    /** An element, or the document itself. */
    static final class Node {
        final String element;
        final String mark;
        final int open;
        final @Nullable Node parent;
        int close = Integer.MAX_VALUE;
        /** Where the first thing stands that can be seen; -1 when there is none. */
        int firstInk = -1;
        int lastInk = -1;

        private Node(String element, String mark, int open, @Nullable Node parent) {
            this.element = element;
            this.mark = mark;
            this.open = open;
            this.parent = parent;
        }

        /** Whether {@code position} lies within. */
        boolean holds(int position) {
            return position > open && position < close;
        }
    }

    /** A line with something on it: its words, where it begins and ends, and the element in which it begins. */
    record Line(String text, int first, int last, Node holder) {}

    final List<Event> events = new ArrayList<>();
    final List<Node> nodes = new ArrayList<>();
    final List<Line> lines = new ArrayList<>();
    final Node root = new Node("", "", -1, null);

    private Node now = root;
    private final StringBuilder words = new StringBuilder();
    private int lineFirst = -1;
    private int lineLast = -1;
    private Node lineHolder = root;

    void open(String element, List<String> attributes) {
        int at = events.size();
        events.add(new Event.Open(element, List.copyOf(attributes)));
        if (PARTS_LINES.contains(element)) endLine();
        if (element.equals("img")) ink(at);
        if (WITHOUT_END.contains(element)) return;
        now = new Node(element, mark(attributes), at, now);
        nodes.add(now);
    }

    void close(String element) {
        int at = events.size();
        events.add(new Event.Close(element));
        if (WITHOUT_END.contains(element)) return;
        if (PARTS_LINES.contains(element)) endLine();
        var parent = now.parent;
        if (parent == null) return;
        now.close = at;
        parent.lastInk = Math.max(parent.lastInk, now.lastInk);
        now = parent;
    }

    void text(String text) {
        boolean setAsItIs = false;
        for (var node = now; node != null && !setAsItIs; node = node.parent) setAsItIs = node.element.equals("pre");
        if (!setAsItIs || text.indexOf('\n') < 0) {
            oneText(text);
            return;
        }
        for (int from = 0, to; from < text.length(); from = to) {
            int end = text.indexOf('\n', from);
            to = end < 0 ? text.length() : end + 1;
            oneText(text.substring(from, to));
            if (end >= 0) endLine();
        }
    }

    void end() {
        endLine();
        root.close = events.size();
    }

    private void oneText(String text) {
        int at = events.size();
        events.add(new Event.Text(text));
        boolean seen = text.chars().anyMatch(MailTree::isInk);
        if (seen) ink(at);
        if (!seen && lineFirst < 0) return;
        if (lineFirst < 0) {
            lineFirst = at;
            lineHolder = now;
        }
        if (seen) lineLast = at;
        int room = LONGEST_LINE - words.length();
        if (room > 0) words.append(text, 0, Math.min(text.length(), room));
    }

    private void ink(int at) {
        for (var node = now; node != null && node.firstInk < 0; node = node.parent) node.firstInk = at;
        now.lastInk = at;
    }

    private void endLine() {
        if (lineFirst >= 0) lines.add(new Line(clean(words), lineFirst, lineLast, lineHolder));
        words.setLength(0);
        lineFirst = -1;
    }

    private static String clean(CharSequence words) {
        var line = new StringBuilder(words.length());
        boolean owed = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (!isInk(c)) owed = true;
            else {
                if (owed && !line.isEmpty()) line.append(' ');
                owed = false;
                line.append(c);
            }
        }
        return line.toString();
    }

    private static boolean isInk(int c) {
        return c > ' ' && c != 0xA0 && c != 0xAD && c != 0x3000 && !(c >= 0x2000 && c <= 0x200F) && c != 0xFEFF
                && !(c >= 0x2028 && c <= 0x202F) && !(c >= 0x2060 && c <= 0x206F) && c != 0x34F;
    }

    private static String mark(List<String> attributes) {
        int at = attributes.indexOf(QuoteMarks.ATTRIBUTE);
        return at >= 0 && at % 2 == 0 && at + 1 < attributes.size() ? attributes.get(at + 1) : "";
    }
}
