package org.waxwing.html.owasp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The tags of a sanitised body, read by a grammar that knows only the strict form in which the sanitiser writes:
 * anything else counts as text, and text may not hold an angle bracket.
 */
record Markup(List<Tag> tags, String text) {
    private static final Pattern TAG = Pattern.compile(
            "<(/?)([a-z][a-z0-9]*)((?: [a-z][a-z0-9-]*=\"[^\"<>]*\")*)(?: /)?>");
    private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-z][a-z0-9-]*)=\"([^\"]*)\"");
    private static final Pattern ENTITY = Pattern.compile("&#(\\d+);|&(lt|gt|amp|quot);");

    record Tag(String name, Map<String, String> attributes) {}

    static Markup of(String body) {
        var tags = new ArrayList<Tag>();
        var text = new StringBuilder();
        var matcher = TAG.matcher(body);
        int end = 0;
        while (matcher.find()) {
            text.append(body, end, matcher.start());
            end = matcher.end();
            if (matcher.group(1).isEmpty()) tags.add(new Tag(matcher.group(2), attributes(matcher.group(3))));
        }
        return new Markup(tags, text.append(body.substring(end)).toString());
    }

    List<Tag> named(String name) {
        return tags.stream().filter(tag -> tag.name().equals(name)).toList();
    }

    private static Map<String, String> attributes(String written) {
        var attributes = new LinkedHashMap<String, String>();
        var matcher = ATTRIBUTE.matcher(written);
        while (matcher.find()) attributes.put(matcher.group(1), plain(matcher.group(2)));
        return attributes;
    }

    /** The value that a browser sees. */
    private static String plain(String escaped) {
        return ENTITY.matcher(escaped).replaceAll(it -> {
            var number = it.group(1);
            var plain = number != null
                    ? Character.toString(Integer.parseInt(number))
                    : switch (it.group(2)) {
                        case "lt" -> "<";
                        case "gt" -> ">";
                        case "quot" -> "\"";
                        default -> "&";
                    };
            return java.util.regex.Matcher.quoteReplacement(plain);
        });
    }
}
