package org.waxwing.html.owasp;

import java.util.Set;
import java.util.regex.Pattern;
import org.owasp.html.AttributePolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Which elements, attributes and CSS properties of a mail are kept: what newsletters are laid out with, and nothing
 * that acts, loads, or leaves its place. Identifiers, classes, styles and backgrounds pass here as they are;
 * {@link MailRewriter} turns them into harmless ones.
 */
final class MailPolicy {
    private static final Pattern LENGTH = Pattern.compile("\\s*\\d{1,5}(?:\\.\\d{1,4})?\\s*(?:px|%)?\\s*");
    private static final Pattern SPAN = Pattern.compile("\\d{1,3}");
    private static final Pattern COLOUR = Pattern.compile("#?[0-9A-Za-z]{1,24}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-]{1,20}");
    private static final Pattern FONT_SIZE = Pattern.compile("[+-]?\\d{1,2}(?:px|pt)?");
    private static final Pattern FONTS = Pattern.compile("[\\w ,.'\"-]{1,200}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9-]{1,35}");
    private static final Pattern NAMES = Pattern.compile("[\\w\\s-]{1,600}");
    // MailRewriter reads it: what becomes of an address in it depends on the reader
    private static final AttributePolicy FILTERED_LATER = (element, attribute, value) -> value;
    private static final Pattern ROLE = Pattern.compile("presentation|none");

    private static final String[] ELEMENTS = {"a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "big",
            "blockquote", "body", "br", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del", "dfn",
            "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
            "header", "hr", "i", "img", "ins", "kbd", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "rp", "rt",
            "ruby", "s", "samp", "section", "small", "span", "strike", "strong", "sub", "sup", "table", "tbody", "td",
            "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var", "wbr"};

    /** The CSS properties that are kept: none of position, z-index and offsets, so that content stays where it is. */
    static final Set<String> STYLES = Set.of(
            "align-items", "background", "background-clip", "background-color", "background-image",
            "background-origin", "background-position", "background-repeat", "background-size", "border",
            "border-bottom", "border-bottom-color", "border-bottom-left-radius", "border-bottom-right-radius",
            "border-bottom-style", "border-bottom-width", "border-collapse", "border-color", "border-left",
            "border-left-color", "border-left-style", "border-left-width", "border-radius", "border-right",
            "border-right-color", "border-right-style", "border-right-width", "border-spacing", "border-style",
            "border-top", "border-top-color", "border-top-left-radius", "border-top-right-radius", "border-top-style",
            "border-top-width", "border-width", "box-shadow", "box-sizing", "caption-side", "clear", "color",
            "column-gap", "direction", "display", "empty-cells", "flex", "flex-basis", "flex-direction", "flex-grow",
            "flex-shrink", "flex-wrap", "float", "font", "font-family", "font-size", "font-stretch", "font-style",
            "font-variant", "font-weight", "gap", "height", "hyphens", "justify-content", "letter-spacing",
            "line-height", "list-style", "list-style-position", "list-style-type", "margin", "margin-bottom",
            "margin-left", "margin-right", "margin-top", "max-height", "max-width", "min-height", "min-width",
            "object-fit", "opacity", "order", "overflow", "overflow-wrap", "overflow-x", "overflow-y", "padding",
            "padding-bottom", "padding-left", "padding-right", "padding-top", "quotes", "row-gap", "tab-size",
            "table-layout", "text-align", "text-align-last", "text-decoration", "text-decoration-color",
            "text-decoration-line", "text-decoration-style", "text-decoration-thickness", "text-indent",
            "text-overflow", "text-shadow", "text-transform", "text-underline-offset", "unicode-bidi",
            "vertical-align", "visibility", "white-space", "width", "word-break", "word-spacing", "word-wrap",
            "writing-mode");

    /** The policy, to be applied to whatever writes the result. Thread-safe. */
    static final PolicyFactory FACTORY = builder().toFactory();

    private MailPolicy() {}

    // Addresses pass here by protocol only; MailRewriter decides which of them mean something in a mail.
    private static HtmlPolicyBuilder builder() {
        return new HtmlPolicyBuilder()
                .allowElements(ELEMENTS)
                .allowWithoutAttributes("span", "font", "a")
                .allowAttributes(StyleCollector.STYLE).matching(FILTERED_LATER).globally()
                .allowAttributes("class").matching(NAMES).globally()
                .allowAttributes("id").matching(NAMES).globally()
                .allowUrlProtocols("http", "https", "mailto", "tel", "cid", "data")
                .allowAttributes("href").onElements("a")
                .allowAttributes("src", "alt").onElements("img")
                .allowAttributes("title").globally()
                .allowAttributes(QuoteMarks.ATTRIBUTE).matching(WORD).globally()
                .allowAttributes("dir").matching(WORD).globally()
                .allowAttributes("lang").matching(LANGUAGE).globally()
                .allowAttributes("align", "valign").matching(WORD).globally()
                .allowAttributes("role").matching(ROLE).onElements("table", "td", "tr", "div", "img")
                .allowAttributes("width", "height")
                .matching(LENGTH).onElements("table", "td", "th", "tr", "col", "colgroup", "img", "hr", "div")
                .allowAttributes("bgcolor").matching(COLOUR).onElements("body", "table", "tbody", "td", "th", "tr")
                .allowAttributes("background").matching(FILTERED_LATER)
                .onElements("body", "table", "tbody", "td", "th", "tr")
                .allowAttributes("text").matching(COLOUR).onElements("body")
                .allowAttributes("color").matching(COLOUR).onElements("font", "hr")
                .allowAttributes("size").matching(FONT_SIZE).onElements("font", "hr")
                .allowAttributes("face").matching(FONTS).onElements("font")
                .allowAttributes("border", "cellpadding", "cellspacing").matching(LENGTH).onElements("table", "img")
                .allowAttributes("bordercolor").matching(COLOUR).onElements("table", "td", "tr")
                .allowAttributes("hspace", "vspace").matching(LENGTH).onElements("img")
                .allowAttributes("colspan", "rowspan", "span").matching(SPAN).onElements("td", "th", "col", "colgroup")
                .allowAttributes("nowrap", "scope").matching(WORD).onElements("td", "th")
                .allowAttributes("noshade").matching(WORD).onElements("hr")
                .allowAttributes("start", "value").matching(SPAN).onElements("ol", "li")
                .allowAttributes("type").matching(WORD).onElements("ol", "ul", "li");
    }
}
