package org.waxwing.html.owasp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Stands between the policy and the writer, for one document: turns the mail's body into a block of ours, lets links
 * open elsewhere, and puts a quiet box of the same size in the place of an image that is not shown.
 */
final class MailRewriter implements HtmlStreamEventReceiver {
    // A relative address would point into Waxwing itself.
    private static final Pattern LINK = Pattern.compile(
            "(?:https?://[^/\\\\\\s]|mailto:\\S|tel:\\S).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,5})(?:\\.\\d+)?\\s*(?:px)?\\s*");
    private static final Pattern PERCENT = Pattern.compile("\\s*(\\d{1,3})(?:\\.\\d+)?\\s*%\\s*");

    /** Up to this edge an image has nothing to show: it spaces, or it tells its sender that somebody looked. */
    private static final int PIXEL = 3;

    private final HtmlStreamEventReceiver writer;
    private final ImageSources images;
    private int blocked;

    MailRewriter(HtmlStreamEventReceiver writer, ImageSources images) {
        this.writer = writer;
        this.images = images;
    }

    /** How many remote images were left out so far. */
    int blockedImages() {
        return blocked;
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
        writer.text(text);
    }

    @Override
    public void openTag(String element, List<String> pairs) {
        var attributes = attributes(pairs);
        switch (element) {
            case "body" -> writer.openTag("div", pairs(bodyAsBlock(attributes)));
            case "a" -> writer.openTag("a", pairs(opensElsewhere(attributes)));
            case "img" -> image(attributes);
            default -> writer.openTag(element, pairs);
        }
    }

    @Override
    public void closeTag(String element) {
        writer.closeTag(element.equals("body") ? "div" : element);
    }

    private static Map<String, String> bodyAsBlock(Map<String, String> attributes) {
        var style = new StringBuilder();
        var background = attributes.remove("bgcolor");
        if (background != null) style.append("background-color:").append(background).append(';');
        var colour = attributes.remove("text");
        if (colour != null) style.append("color:").append(colour).append(';');
        style.append(attributes.getOrDefault("style", ""));
        if (!style.isEmpty()) attributes.put("style", style.toString());
        return attributes;
    }

    private static Map<String, String> opensElsewhere(Map<String, String> attributes) {
        var href = attributes.remove("href");
        if (href == null || !LINK.matcher(href).matches()) return attributes;
        attributes.put("href", href);
        attributes.put("target", "_blank");
        attributes.put("rel", "noopener noreferrer nofollow");
        return attributes;
    }

    private void image(Map<String, String> attributes) {
        switch (images.of(attributes.getOrDefault("src", ""))) {
            case ImageSources.Source.Shown(var address) -> {
                attributes.put("src", address);
                attributes.putIfAbsent("alt", "");
                writer.openTag("img", pairs(attributes));
            }
            case ImageSources.Source.Remote() -> {
                blocked++;
                placeholder(attributes);
            }
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
