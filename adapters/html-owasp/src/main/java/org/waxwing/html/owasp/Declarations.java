package org.waxwing.html.owasp;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The declarations of a style attribute or a rule, read token by token and written anew: known properties alone, of
 * values nothing but numbers, words, colours, the names of fonts and a few functions, and addresses only where
 * {@link ImageSources} has given another one. Colours get a second form for dark pages.
 */
final class Declarations {
    private static final int MOST = 120;
    private static final int LONGEST_VALUE = 1_000;
    private static final int REMEMBERED = 2_000;
    private static final Pattern NAME = Pattern.compile("[a-z-]{2,40}");
    private static final Pattern NUMBER = Pattern.compile(
            "[+-]?(?:\\d{1,6}(?:\\.\\d{0,8})?|\\.\\d{1,8})(%|[a-zA-Z]{1,4})?");
    private static final Pattern WORD = Pattern.compile("-?[a-zA-Z_][a-zA-Z0-9_-]{0,60}");
    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{3,8}");
    private static final Pattern STRING = Pattern.compile("\"([^\"\\\\\\n]{0,80})\"|'([^'\\\\\\n]{0,80})'");
    private static final Pattern URL = Pattern.compile(
            "(?i)url\\(\\s*(?:\"([^\"\\\\\\n]{0,200000})\"|'([^'\\\\\\n]{0,200000})'|([^\\s\"'()\\\\]{0,200000}))\\s*\\)");
    private static final Pattern COLOUR = Pattern.compile("(?i)(?:rgb|hsl)a?\\([0-9.,%/\\s+deg-]{1,80}\\)");
    private static final Pattern NOT_IN_A_FONT = Pattern.compile("[^\\p{L}\\p{N} ._-]");
    // vh and its like are missing: the frame is as high as the mail, so they would chase each other
    private static final Set<String> UNITS = Set.of(
            "", "%", "px", "em", "rem", "pt", "pc", "ex", "ch", "in", "cm", "mm", "vw", "deg", "fr", "turn");
    private static final Set<String> FUNCTIONS = Set.of(
            "linear-gradient", "radial-gradient", "repeating-linear-gradient", "calc", "min", "max", "clamp");
    private static final Set<String> WITH_IMAGES = Set.of("background", "background-image");

    private final ImageSources images;
    private final Map<String, String> known = new HashMap<>();

    Declarations(ImageSources images) {
        this.images = images;
    }

    /** What is left of these; empty when nothing is. Machines write the same style over and over. */
    String filtered(String declarations) {
        var before = known.get(declarations);
        if (before != null) return before;
        var kept = new StringBuilder();
        boolean pictured = false;
        int count = 0;
        for (var declaration : CssText.split(declarations, ';', MOST)) {
            int colon = declaration.indexOf(':');
            if (colon < 1 || count >= MOST) continue;
            var name = declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            if (!NAME.matcher(name).matches() || !MailPolicy.STYLES.contains(name)) continue;
            pictured = pictured || WITH_IMAGES.contains(name);
            var value = value(name, declaration.substring(colon + 1).strip());
            if (value.isEmpty()) continue;
            if (!kept.isEmpty()) kept.append(';');
            kept.append(name).append(':').append(value);
            count++;
        }
        var result = kept.toString();
        // an image has to be counted each time it is met
        if (!pictured && known.size() < REMEMBERED) known.put(declarations, result);
        return result;
    }

    private String value(String name, String written) {
        if (written.isEmpty() || (written.length() > LONGEST_VALUE && !WITH_IMAGES.contains(name))) return "";
        var reader = new Reader(name, written);
        return reader.isClean() ? reader.kept.toString().strip() : "";
    }

    private static Colour.Use use(String name) {
        if (name.startsWith("background")) return Colour.Use.GROUND;
        return name.startsWith("border") || name.startsWith("outline") ? Colour.Use.LINE : Colour.Use.TEXT;
    }

    /** Reads one value. */
    private final class Reader {
        private final String name;
        private final String text;
        private final StringBuilder kept = new StringBuilder();
        private final boolean coloured;
        private int at;
        private int depth;

        Reader(String name, String text) {
            this.name = name;
            this.text = text;
            this.coloured = name.contains("color") || name.startsWith("background") || name.startsWith("border")
                    || name.equals("outline");
        }

        /** Whether every token was one of the known ones. */
        boolean isClean() {
            while (at < text.length()) if (!token()) return false;
            return depth == 0;
        }

        private boolean token() {
            char c = text.charAt(at);
            if (c <= ' ') return space();
            if (c == ',' || c == '/' || (depth > 0 && (c == '*' || ((c == '+' || c == '-') && spaced()))))
                return take(1);
            if (c == ')') return close();
            if (c == '!') return important();
            if (c == '"' || c == '\'') return string();
            if (c == '#') return hex();
            if (take(NUMBER, UNITS)) return true;
            return word();
        }

        private boolean space() {
            while (at < text.length() && text.charAt(at) <= ' ') at++;
            if (!kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ') kept.append(' ');
            return true;
        }

        private boolean spaced() {
            return at + 1 < text.length() && text.charAt(at + 1) <= ' ';
        }

        private boolean take(int length) {
            kept.append(text, at, at + length);
            at += length;
            return true;
        }

        private boolean close() {
            depth--;
            return depth >= 0 && take(1);
        }

        private boolean important() {
            if (!text.substring(at + 1).strip().equalsIgnoreCase("important") || depth > 0) return false;
            at = text.length();
            kept.append("!important");
            return true;
        }

        private boolean string() {
            var string = matcher(STRING);
            if (!string.lookingAt() || !name.startsWith("font")) return false;
            at = string.end();
            var font = string.group(1) == null ? string.group(2) : string.group(1);
            kept.append('\'').append(NOT_IN_A_FONT.matcher(font).replaceAll("")).append('\'');
            return true;
        }

        private boolean hex() {
            var hex = matcher(HEX);
            return hex.lookingAt() && colour(hex.group());
        }

        private boolean take(Pattern pattern, Set<String> units) {
            var number = matcher(pattern);
            if (!number.lookingAt()) return false;
            var unit = number.group(1) == null ? "" : number.group(1).toLowerCase(Locale.ROOT);
            boolean ends = number.end() == text.length() || " \t\r\n\f,/)!".indexOf(text.charAt(number.end())) >= 0;
            return ends && units.contains(unit) && take(number.end() - at);
        }

        private boolean word() {
            var colour = matcher(COLOUR);
            if (colour.lookingAt()) return colour(colour.group());
            var url = matcher(URL);
            if (url.lookingAt()) return image(url.end(), first(url.group(1), url.group(2), url.group(3)));
            var word = matcher(WORD);
            if (!word.lookingAt()) return false;
            if (word.end() < text.length() && text.charAt(word.end()) == '(') {
                if (!FUNCTIONS.contains(word.group().toLowerCase(Locale.ROOT)) || depth > 4) return false;
                depth++;
                return take(word.end() - at + 1);
            }
            return colour(word.group());
        }

        private boolean colour(String written) {
            at += written.length();
            var colour = coloured ? Colour.of(written) : Optional.<Colour>empty();
            kept.append(colour.map(it -> Colour.adaptive(written, it, use(name))).orElse(written));
            return true;
        }

        private boolean image(int end, String address) {
            at = end;
            if (!WITH_IMAGES.contains(name) || depth > 0) return false;
            kept.append(images.behind(address).map(it -> "url(\"" + it + "\")").orElse("none"));
            return true;
        }

        private Matcher matcher(Pattern pattern) {
            return pattern.matcher(text).region(at, text.length());
        }
    }

    private static String first(String... groups) {
        for (var group : groups) if (group != null) return group;
        return "";
    }
}
