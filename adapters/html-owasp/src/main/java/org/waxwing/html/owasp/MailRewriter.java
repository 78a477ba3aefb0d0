package org.waxwing.html.owasp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Stands between the policy and the writer, for one document: turns the mail's body into a block of ours, filters styles,
 * gives colours their second form, lets links open elsewhere, and puts a quiet box of the same size in the place of an
 * image that is not shown.
 */
final class MailRewriter implements HtmlStreamEventReceiver {
    // A relative address would point into Waxwing itself.
    private static final Pattern LINK = Pattern.compile(
            "(?:https?://[^/\\\\\\s]|mailto:\\S|tel:\\S).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,5})(?:\\.\\d+)?\\s*(?:px)?\\s*");
    private static final Pattern PERCENT = Pattern.compile("\\s*(\\d{1,3})(?:\\.\\d+)?\\s*%\\s*");
    private static final Pattern UNSEEN = Pattern.compile(
            "(?:^|;)(?:display:none|visibility:hidden|opacity:0(?:\\.0+)?|(?:max-)?(?:width|height):[0-3](?:\\.\\d+)?(?:px)?)"
                    + "(?:!important)?(?:;|$)");

    /** Up to this edge an image has nothing to show: it spaces, or it tells its sender that somebody looked. */
    private static final int PIXEL = 3;

    private final HtmlStreamEventReceiver writer;
    private final ImageSources images;
    private final Declarations styles;
    private final LinkNotes links;

    MailRewriter(HtmlStreamEventReceiver writer, ImageSources images, Declarations styles, LinkNotes links) {
        this.writer = writer;
        this.images = images;
        this.styles = styles;
        this.links = links;
    }

    @Override
    public void openDocument() {
        writer.openDocument();
    }

    @Override
    public void closeDocument() {
        writer.closeDocument();
    }

    @Override
    public void text(String text) {
        links.words(text);
        writer.text(text);
    }

    @Override
    public void openTag(String element, List<String> pairs) {
        var attributes = attributes(pairs);
        named(attributes);
        styled(element, attributes);
        switch (element) {
            case "body" -> writer.openTag("div", pairs(attributes));
            case "a" -> writer.openTag("a", pairs(opensElsewhere(attributes)));
            case "img" -> image(attributes);
            default -> writer.openTag(element, pairs(attributes));
        }
    }

    @Override
    public void closeTag(String element) {
        if (element.equals("a")) links.closed();
        writer.closeTag(element.equals("body") ? "div" : element);
    }

    private static void named(Map<String, String> attributes) {
        if (!attributes.containsKey("class") && !attributes.containsKey("id")) return;
        var classes = attributes.remove("class");
        var id = attributes.remove("id");
        var names = Names.attribute(classes == null ? "" : classes, id == null ? "" : id);
        if (!names.isEmpty()) attributes.put("class", names);
    }

    /** Styles filtered, with the old attributes for colours and backgrounds in front of them, where they mean the same. */
    private void styled(String element, Map<String, String> attributes) {
        var style = new StringBuilder();
        colour(style, attributes.remove("bgcolor"), "background-color", Colour.Use.GROUND);
        colour(style, attributes.remove("text"), "color", Colour.Use.TEXT);
        colour(style, attributes.remove("color"), element.equals("hr") ? "background-color" : "color",
                element.equals("hr") ? Colour.Use.LINE : Colour.Use.TEXT);
        colour(style, attributes.remove("bordercolor"), "border-color", Colour.Use.LINE);
        var background = attributes.remove("background");
        if (background != null)
            images.behind(background).ifPresent(it -> add(style, "background-image:url(\"" + it + "\")"));
        var written = attributes.remove(StyleCollector.STYLE);
        if (written != null) add(style, styles.filtered(written));
        if (!style.isEmpty()) attributes.put("style", style.toString());
    }

    private static void colour(StringBuilder style, @Nullable String written, String property, Colour.Use use) {
        if (written == null) return;
        var colour = Colour.of(written);
        if (colour.isEmpty()) return;
        boolean bare = written.matches("(?i)[0-9a-f]{3}|[0-9a-f]{6}");
        add(style, property + ":" + Colour.adaptive(bare ? "#" + written : written, colour.get(), use));
    }

    private static void add(StringBuilder style, String declarations) {
        if (declarations.isEmpty()) return;
        if (!style.isEmpty()) style.append(';');
        style.append(declarations);
    }

    private Map<String, String> opensElsewhere(Map<String, String> attributes) {
        var written = attributes.remove("href");
        if (written == null || !LINK.matcher(written).matches()) return attributes;
        var href = PlainAddress.of(written.replaceAll("[\\t\\r\\n]", ""));
        attributes.put("href", href);
        attributes.put("target", "_blank");
        attributes.put("rel", "noopener noreferrer nofollow");
        links.opened(href);
        return attributes;
    }

    private void image(Map<String, String> attributes) {
        var alt = attributes.getOrDefault("alt", "");
        links.words(alt);
        switch (images.of(attributes.getOrDefault("src", ""), isUnseen(attributes))) {
            case ImageSources.Source.Shown(var address) -> {
                attributes.put("src", address);
                attributes.putIfAbsent("alt", "");
                writer.openTag("img", pairs(attributes));
            }
            case ImageSources.Source.Remote() -> placeholder(attributes);
            case ImageSources.Source.Missing() -> placeholder(attributes);
        }
    }

    private void placeholder(Map<String, String> attributes) {
        var alt = attributes.getOrDefault("alt", "").strip();
        var width = length(attributes.getOrDefault("width", ""));
        var height = length(attributes.getOrDefault("height", ""));
        if (isPixel(attributes) || (alt.isEmpty() && (width.isEmpty() || height.isEmpty()))) return;
        var style = (width.isEmpty() ? "" : "width:" + width + ";")
                + (height.isEmpty() ? "" : "height:" + height + ";")
                + afloat(attributes.getOrDefault("align", ""))
                + attributes.getOrDefault("style", "");
        var box = new LinkedHashMap<String, String>();
        box.put("class", "waxwing-blocked");
        if (!style.isEmpty()) box.put("style", style);
        if (!alt.isEmpty()) box.put("title", alt);
        writer.openTag("span", pairs(box));
        writer.text(alt);
        writer.closeTag("span");
    }

    private static boolean isPixel(Map<String, String> attributes) {
        return isTiny(attributes.getOrDefault("width", "")) || isTiny(attributes.getOrDefault("height", ""));
    }

    /** A point in both directions, or hidden altogether: whoever puts it there does not want it to be seen. */
    private static boolean isUnseen(Map<String, String> attributes) {
        boolean wide = attributes.containsKey("width") && !isTiny(attributes.getOrDefault("width", ""));
        boolean high = attributes.containsKey("height") && !isTiny(attributes.getOrDefault("height", ""));
        if (wide || high) return hides(attributes, "display:none", "visibility:hidden");
        return isPixel(attributes) || UNSEEN.matcher(attributes.getOrDefault("style", "")).find();
    }

    private static boolean hides(Map<String, String> attributes, String... declarations) {
        var style = attributes.getOrDefault("style", "");
        for (var declaration : declarations) if (style.contains(declaration)) return true;
        return false;
    }

    private static boolean isTiny(String length) {
        var number = NUMBER.matcher(length);
        return number.matches() && Integer.parseInt(number.group(1)) <= PIXEL;
    }

    private static String afloat(String align) {
        return switch (align.toLowerCase(Locale.ROOT)) {
            case "left" -> "float:left;";
            case "right" -> "float:right;";
            default -> "";
        };
    }

    private static String length(String attribute) {
        var number = NUMBER.matcher(attribute);
        if (number.matches()) return number.group(1) + "px";
        var percent = PERCENT.matcher(attribute);
        return percent.matches() ? percent.group(1) + "%" : "";
    }

    private static Map<String, String> attributes(List<String> pairs) {
        var attributes = new LinkedHashMap<String, String>();
        for (int i = 0; i + 1 < pairs.size(); i += 2) attributes.put(pairs.get(i), pairs.get(i + 1));
        return attributes;
    }

    private static List<String> pairs(Map<String, String> attributes) {
        return attributes.entrySet().stream().flatMap(it -> List.of(it.getKey(), it.getValue()).stream()).toList();
    }
}
