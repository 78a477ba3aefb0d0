package org.waxwing.html.owasp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The style blocks of a mail, written anew: rules and media queries alone, every selector confined to the mail, and with
 * the names that {@link MailRewriter} gives classes and identifiers. Selectors of attributes, by which a style could
 * spy, and everything that begins with an at sign but media queries are left out.
 */
final class StyleRules {
    private static final int MOST_RULES = 4_000;
    private static final int LONGEST = 400_000;
    private static final int MOST_SELECTORS = 60;
    private static final Pattern MEDIA = Pattern.compile("[a-z0-9 :(),.-]{1,200}");
    private static final Pattern SIMPLE = Pattern.compile(
            "\\s*([>+~])\\s*|(\\s+)|(\\*|[a-zA-Z][a-zA-Z0-9]{0,20})|\\.([a-zA-Z_-][\\w-]{0,80})|#([a-zA-Z_-][\\w-]{0,80})"
                    + "|\\[class\\s*~?=\\s*[\"']?([a-zA-Z_-][\\w-]{0,80})[\"']?]"
                    + "|(:(?:link|visited|hover|active|focus|first-child|last-child|only-child|first-of-type|last-of-type"
                    + "|nth-child\\([0-9n+odev -]{1,12}\\)))");

    private static final Pattern BROKEN = Pattern.compile("^\\s*[>+~]|[>+~]\\s*$|[>+~]\\s*[>+~]");

    private final Declarations declarations;
    private final StringBuilder kept = new StringBuilder();
    private int rules;

    StyleRules(Declarations declarations) {
        this.declarations = declarations;
    }

    /** Adds a block. */
    void add(String css) {
        if (css.length() > LONGEST) return;
        read(CssText.withoutComments(css).replace("<!--", " ").replace("-->", " "), true);
    }

    /** All that is left of the blocks. */
    String text() {
        return kept.toString();
    }

    private void read(String css, boolean outside) {
        int at = 0;
        while (at < css.length() && rules < MOST_RULES) {
            int end = CssText.end(css, at, '{', ';');
            if (end >= css.length()) return;
            var head = css.substring(at, end).strip();
            if (css.charAt(end) == ';') {
                // an at-rule without a block, or the remains of something broken
                at = end + 1;
                continue;
            }
            int close = CssText.end(css, end + 1, '}', '}');
            block(head, css.substring(end + 1, close), outside);
            at = close + 1;
        }
    }

    private void block(String head, String body, boolean outside) {
        if (!head.startsWith("@")) rule(head, body);
        else if (outside && head.toLowerCase(Locale.ROOT).startsWith("@media")) media(head.substring(6), body);
    }

    private void media(String written, String body) {
        var query = written.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replace("device-width", "width")
                .replace("device-height", "height");
        // its dark form is made here for every mail alike; two at once would fight
        if (!MEDIA.matcher(query).matches() || query.contains("prefers-color-scheme")) return;
        int start = kept.length();
        kept.append("@media ").append(query).append("{\n");
        int empty = kept.length();
        read(body, false);
        if (kept.length() == empty) kept.setLength(start);
        else kept.append("}\n");
    }

    private void rule(String selectors, String body) {
        var scoped = scoped(selectors);
        if (scoped.isEmpty()) return;
        var style = declarations.filtered(body);
        if (style.isEmpty()) return;
        kept.append(String.join(",", scoped)).append('{').append(style).append("}\n");
        rules++;
    }

    private static List<String> scoped(String selectors) {
        var scoped = new ArrayList<String>();
        for (var selector : CssText.split(selectors, ',', MOST_SELECTORS)) {
            var one = scope(selector.strip());
            if (!one.isEmpty()) scoped.add(one);
        }
        return scoped;
    }

    private static String scope(String selector) {
        if (selector.isEmpty() || selector.length() > 300) return "";
        var written = new StringBuilder();
        var parts = SIMPLE.matcher(selector);
        int at = 0;
        while (at < selector.length()) {
            if (!parts.find(at) || parts.start() != at || parts.end() == at) return "";
            at = parts.end();
            if (parts.group(1) != null) written.append(parts.group(1));
            else if (parts.group(2) != null) written.append(' ');
            else if (parts.group(3) != null) written.append(element(parts.group(3)));
            else if (parts.group(4) != null) written.append('.').append(Names.ofClass(parts.group(4)));
            else if (parts.group(5) != null) written.append('.').append(Names.ofId(parts.group(5)));
            else if (parts.group(6) != null) written.append('.').append(Names.ofClass(parts.group(6)));
            else written.append(parts.group(7));
        }
        var text = written.toString();
        if (BROKEN.matcher(text).find()) return "";
        // the mail as a whole is not below itself
        return text.startsWith(Names.MAIL_SELECTOR) ? text : Names.MAIL_SELECTOR + " " + text;
    }

    private static String element(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("body") || lower.equals("html") ? Names.MAIL_SELECTOR : lower;
    }
}
