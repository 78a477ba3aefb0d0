package org.waxwing.domain.signs;

import java.util.Locale;

/**
 * Looks at HTML without building anything from it: counts what there is, keeps the words that can be seen, and notes the
 * shape. One pass over at most {@value #HEAD} characters from the start and {@value #TAIL} from the end.
 */
final class MarkupScan {
    static final int HEAD = 49_152;
    static final int TAIL = 16_384;
    private static final int LONGEST_TAG = 4_096;
    private static final int LONGEST_ENTITY = 8;
    private static final int MOST_WORDS = 8_000;

    private final String html;
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder lastWords = new StringBuilder();
    private final SimHash shape = new SimHash();
    private int tables;
    private int depth;
    private int deepest;
    private int layoutTables;
    private int buttons;
    private int links;
    private int images;
    private boolean styles;
    private boolean pixel;
    private boolean unsubscribe;
    private boolean office;
    private long lastTag;
    private long tagBefore;

    MarkupScan(String html) {
        this.html = html;
        int head = Math.min(html.length(), HEAD);
        walk(0, head, words, MOST_WORDS);
        if (html.length() > HEAD) {
            int from = html.indexOf('<', Math.max(HEAD, html.length() - TAIL));
            if (from >= 0) walk(from, html.length(), lastWords, TAIL);
        }
    }

    private void walk(int from, int to, StringBuilder seen, int most) {
        for (int i = from; i < to;) {
            char c = html.charAt(i);
            if (c != '<') {
                if (seen.length() < most) i = text(i, to, seen);
                else {
                    int next = html.indexOf('<', i);
                    i = next < 0 ? to : next;
                }
            } else if (html.startsWith("<!--", i)) {
                int end = html.indexOf("-->", i + 4);
                i = end < 0 ? to : end + 3;
            } else i = tag(i, to, seen);
        }
    }

    private int text(int from, int to, StringBuilder seen) {
        char c = html.charAt(from);
        if (c == '&') {
            int end = from + 1;
            while (end < to && end - from <= LONGEST_ENTITY && html.charAt(end) != ';') end++;
            if (end < to && html.charAt(end) == ';') {
                seen.append(entity(html.substring(from + 1, end)));
                return end + 1;
            }
        }
        seen.append(c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
        return from + 1;
    }

    private static char entity(String name) {
        return switch (name) {
            case "amp" -> '&';
            case "euro" -> '€';
            case "pound" -> '£';
            case "auml" -> 'ä';
            case "ouml" -> 'ö';
            case "uuml" -> 'ü';
            case "szlig" -> 'ß';
            case "eacute" -> 'é';
            case "egrave" -> 'è';
            case "agrave" -> 'à';
            case "ntilde" -> 'ñ';
            case "rsquo", "#39", "apos" -> '\'';
            default -> name.startsWith("#") ? numbered(name) : ' ';
        };
    }

    private static char numbered(String name) {
        try {
            int code = name.startsWith("#x") || name.startsWith("#X")
                    ? Integer.parseInt(name.substring(2), 16)
                    : Integer.parseInt(name.substring(1));
            return code > 0 && code < 0xD800 ? (char) code : ' ';
        } catch (NumberFormatException e) {
            return ' ';
        }
    }

    private int tag(int from, int to, StringBuilder seen) {
        int end = endOfTag(from, to);
        int start = from + 1;
        boolean closes = start < end && html.charAt(start) == '/';
        if (closes) start++;
        int stop = start;
        while (stop < end && stop - start < 16 && Character.isLetterOrDigit(html.charAt(stop))) stop++;
        if (stop == start) {
            // not a tag at all, or a declaration
            if (seen.length() < MOST_WORDS) seen.append(' ');
            return Math.max(from + 1, end);
        }
        var name = html.substring(start, stop).toLowerCase(Locale.ROOT);
        if (closes) closed(name, seen);
        else if (name.equals("style") || name.equals("script") || name.equals("title")) {
            styles |= name.equals("style");
            int close = endOfRaw(name, end, to);
            office |= name.equals("style") && html.substring(end, close).contains("MsoNormal");
            return close;
        } else opened(name, html.substring(stop, end).toLowerCase(Locale.ROOT), seen);
        return end;
    }

    /** Behind the {@code >} that ends the tag; what has none within reach is passed over, so that nothing is read twice. */
    private int endOfTag(int from, int to) {
        int limit = Math.min(to, from + LONGEST_TAG);
        char quote = 0;
        for (int i = from + 1; i < limit; i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                if (c == quote) quote = 0;
            } else if (c == '>') return i + 1;
            else if ((c == '"' || c == '\'') && html.charAt(i - 1) == '=') quote = c;
        }
        return limit;
    }

    private int endOfRaw(String name, int from, int to) {
        for (int i = html.indexOf("</", from); i >= 0 && i < to; i = html.indexOf("</", i + 2))
            if (html.regionMatches(true, i + 2, name, 0, name.length())) return i;
        return to;
    }

    private void closed(String name, StringBuilder seen) {
        if (name.equals("table")) depth = Math.max(0, depth - 1);
        if (isBlock(name)) seen.append('\n');
    }

    private void opened(String name, String attributes, StringBuilder seen) {
        if (isBlock(name)) seen.append('\n');
        switch (name) {
            case "table" -> table(attributes);
            case "a" -> link(attributes);
            case "img" -> image(attributes);
            default -> {
                if (name.equals("div") && attributes.contains("max-width")) layoutTables++;
            }
        }
        if (isShape(name)) {
            long hash = SimHash.hash(name);
            shape.add(SimHash.mix(tagBefore * 31 + lastTag * 7 + hash));
            tagBefore = lastTag;
            lastTag = hash;
        }
    }

    private void table(String attributes) {
        tables++;
        depth++;
        deepest = Math.max(deepest, depth);
        if (attributes.contains("width") || attributes.contains("cellpadding") || attributes.contains("role")
                || attributes.contains("bgcolor") || attributes.contains("background"))
            layoutTables++;
    }

    private void link(String attributes) {
        if (!attributes.contains("href")) return;
        if (!attributes.contains("mailto:")) links++;
        if (attributes.contains("unsub") || attributes.contains("optout") || attributes.contains("opt-out")
                || attributes.contains("abmeld") || attributes.contains("preferences"))
            unsubscribe = true;
        if (attributes.contains("button") || attributes.contains("btn") || attributes.contains("cta")
                || (attributes.contains("background") && attributes.contains("padding")))
            buttons++;
    }

    private void image(String attributes) {
        boolean tiny = isTiny(attributes, "width") && isTiny(attributes, "height");
        if (tiny || (attributes.contains("display:none") && attributes.contains("http"))) pixel = true;
        else if (!attributes.contains("cid:")) images++;
    }

    private static boolean isTiny(String attributes, String name) {
        for (int at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
            int value = at + name.length();
            while (value < attributes.length() && " =:\"'".indexOf(attributes.charAt(value)) >= 0) value++;
            boolean one = value < attributes.length() && "01".indexOf(attributes.charAt(value)) >= 0;
            boolean ends = value + 1 >= attributes.length()
                    || (!Character.isDigit(attributes.charAt(value + 1))
                            && ".%".indexOf(attributes.charAt(value + 1)) < 0);
            if (one && ends) return true;
        }
        return false;
    }

    private static boolean isBlock(String name) {
        return switch (name) {
            case "p", "div", "br", "tr", "td", "li", "h1", "h2", "h3", "h4", "table", "hr", "blockquote" -> true;
            default -> false;
        };
    }

    private static boolean isShape(String name) {
        return switch (name) {
            case "b", "i", "em", "strong", "span", "font", "br", "u", "o" -> false;
            default -> true;
        };
    }

    /** Whether somebody laid it out, rather than typed it. */
    boolean isLaidOut() {
        if (office && buttons == 0 && deepest < 3) return false;
        return layoutTables > 0 || deepest > 1 || tables > 2 || buttons > 0 || (styles && images > 0);
    }

    boolean hasPixel() {
        return pixel;
    }

    boolean offersToUnsubscribe() {
        return unsubscribe;
    }

    int links() {
        return links;
    }

    int images() {
        return images;
    }

    /** The words that can be seen, from the start. */
    String words() {
        return words.toString();
    }

    /** The words that can be seen at the end of a long one. */
    String lastWords() {
        return lastWords.toString();
    }

    /** A number that is near for those of one shape. */
    long shape() {
        return shape.value();
    }
}
