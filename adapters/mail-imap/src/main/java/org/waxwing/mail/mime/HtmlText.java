package org.waxwing.mail.mime;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The words of an HTML text, for reading and searching: paragraphs as paragraphs, no link targets, nothing that the
 * sender hid from view.
 */
final class HtmlText implements NodeFilter {
    // a tree is many times as large as its text
    private static final int LONGEST_SOURCE = 512 << 10;
    private static final Set<String> SILENT = Set.of(
            "head", "title", "script", "style", "template", "noscript", "object", "iframe", "svg", "math", "select",
            "textarea");
    private static final Set<String> PARAGRAPHS = Set.of(
            "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol", "dl", "table", "hr");
    private static final Set<String> LINES = Set.of(
            "div", "li", "tr", "dt", "dd", "address", "article", "section", "header", "footer", "main", "center",
            "form", "fieldset", "caption", "body");

    private final StringBuilder out = new StringBuilder();
    private int owedBreaks;
    private boolean owedSpace;
    private int preformatted;

    private HtmlText() {}

    static String of(String html) {
        var source = html.length() > LONGEST_SOURCE ? html.substring(0, LONGEST_SOURCE) : html;
        var text = new HtmlText();
        Jsoup.parse(source).filter(text);
        return text.out.toString();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text(words.getWholeText(), preformatted > 0);
        } else if (node instanceof Element element) {
            if (isSilent(element)) return FilterResult.SKIP_ENTIRELY;
            open(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && !isSilent(element)) {
            owedBreaks = Math.max(owedBreaks, breaksAround(element));
            if (element.normalName().equals("pre")) preformatted--;
        }
        return FilterResult.CONTINUE;
    }

    private void open(Element element) {
        var name = element.normalName();
        if (name.equals("br")) {
            owedBreaks = Math.min(2, owedBreaks + 1);
            owedSpace = false;
            return;
        }
        owedBreaks = Math.max(owedBreaks, breaksAround(element));
        if (name.equals("td") || name.equals("th")) owedSpace = true;
        if (name.equals("li")) text("- ", true);
        if (name.equals("pre")) preformatted++;
    }

    private static int breaksAround(Element element) {
        if (PARAGRAPHS.contains(element.normalName())) return 2;
        return LINES.contains(element.normalName()) ? 1 : 0;
    }

    private void text(String words, boolean preformatted) {
        for (int at = 0; at < words.length(); at++) {
            char c = words.charAt(at);
            if (preformatted && c == '\n') owedBreaks++;
            else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u00a0') owedSpace = true;
            else if (!isInvisible(c)) append(c);
        }
    }

    private void append(char c) {
        if (!out.isEmpty()) {
            if (owedBreaks > 0) out.append("\n".repeat(Math.min(owedBreaks, 2)));
            else if (owedSpace) out.append(' ');
        }
        owedBreaks = 0;
        owedSpace = false;
        out.append(c);
    }

    // newsletters pad their hidden first line with these
    private static boolean isInvisible(char c) {
        return c == '\u034f' || c == '\u00ad' || c == '\u200b' || c == '\u200c' || c == '\u2060' || c == '\ufeff';
    }

    private static boolean isSilent(Element element) {
        return SILENT.contains(element.normalName()) || isHidden(element);
    }

    private static boolean isHidden(Element element) {
        if (element.hasAttr("hidden")) return true;
        if (!element.hasAttr("style")) return false;
        var style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return style.contains("display:none") || style.contains("visibility:hidden");
    }
}
