package org.waxwing.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A structured field: a value and its parameters (RFC 2045 §5.1), with continuations and charsets (RFC 2231) and the
 * encoded words that should not be there but are.
 *
 * @param value in lower case
 * @param decoded by name in lower case
 */
record Parameters(String value, Map<String, String> decoded) {
    private static final int MOST = 200;
    private static final int MOST_PIECES = 100;

    Parameters {
        decoded = Map.copyOf(decoded);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(decoded.get(name)).filter(text -> !text.isBlank());
    }

    static Parameters of(String field, int longest) {
        var text = (field.length() > longest ? field.substring(0, longest) : field).replace("\0", "");
        int end = text.indexOf(';');
        var value = (end < 0 ? text : text.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        // a comment, or a stray word behind the value
        int space = value.indexOf(' ');
        if (space > 0) value = value.substring(0, space);
        return new Parameters(value, end < 0 ? Map.of() : decode(split(text, end + 1)));
    }

    /** Name and value of each parameter as they stand there, quotes removed; the first of a name wins. */
    private static Map<String, String> split(String text, int from) {
        var raw = new LinkedHashMap<String, String>();
        int at = from;
        int equals = -1;
        for (int rounds = 0; at < text.length() && rounds < MOST; rounds++) {
            if (equals < at) equals = text.indexOf('=', at);
            int semicolon = text.indexOf(';', at);
            if (equals < 0) break;
            if (semicolon >= 0 && semicolon < equals) {
                at = semicolon + 1;
                continue;
            }
            var name = text.substring(at, equals).strip().toLowerCase(Locale.ROOT);
            int begin = equals + 1;
            while (begin < text.length() && Character.isWhitespace(text.charAt(begin))) begin++;
            var value = new StringBuilder();
            if (begin < text.length() && text.charAt(begin) == '"') {
                at = unquote(text, begin + 1, value);
                int next = text.indexOf(';', at);
                at = next < 0 ? text.length() : next + 1;
            } else {
                int next = text.indexOf(';', begin);
                at = next < 0 ? text.length() : next + 1;
                value.append(text.substring(begin, next < 0 ? text.length() : next).strip());
            }
            if (!name.isEmpty()) raw.putIfAbsent(name, value.toString());
        }
        return raw;
    }

    private static int unquote(String text, int from, StringBuilder into) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '"') {
            // Windows programs write paths without escaping their backslashes
            boolean escape = text.charAt(at) == '\\' && at + 1 < text.length()
                    && (text.charAt(at + 1) == '"' || text.charAt(at + 1) == '\\');
            if (escape) at++;
            into.append(text.charAt(at));
            at++;
        }
        return Math.min(text.length(), at + 1);
    }

    private static Map<String, String> decode(Map<String, String> raw) {
        var decoded = new LinkedHashMap<String, String>();
        raw.forEach((name, value) -> {
            int star = name.indexOf('*');
            if (star < 0) decoded.putIfAbsent(name, EncodedWords.decode(value));
            // what RFC 2231 says is what the sender meant; the plain one is for old programs
            else
                if (star > 0)
                    extended(raw, name.substring(0, star)).ifPresent(it -> decoded.put(
                            name.substring(0, star), it));
        });
        return decoded;
    }

    private static Optional<String> extended(Map<String, String> raw, String name) {
        var bytes = new ByteArrayOutputStream();
        var single = raw.get(name + "*");
        if (single != null) return Optional.of(Charsets.decode(percent(text(single), bytes), charset(single)));
        var charset = Optional.<String>empty();
        boolean any = false;
        for (int piece = 0; piece < MOST_PIECES; piece++) {
            var plain = raw.get(name + "*" + piece);
            var encoded = raw.get(name + "*" + piece + "*");
            if (encoded != null) {
                if (!any) charset = charset(encoded);
                percent(any ? encoded : text(encoded), bytes);
            } else if (plain != null) bytes.writeBytes(plain.getBytes(StandardCharsets.ISO_8859_1));
            // a piece that is missing, or counted from 1
            else continue;
            any = true;
        }
        return any ? Optional.of(EncodedWords.decode(Charsets.decode(bytes.toByteArray(), charset))) : Optional.empty();
    }

    private static Optional<String> charset(String extended) {
        int quote = extended.indexOf('\'');
        return quote <= 0 ? Optional.empty() : Optional.of(extended.substring(0, quote));
    }

    /** What comes behind charset and language. */
    private static String text(String extended) {
        int first = extended.indexOf('\'');
        int second = first < 0 ? -1 : extended.indexOf('\'', first + 1);
        return second < 0 ? extended : extended.substring(second + 1);
    }

    private static byte[] percent(String text, ByteArrayOutputStream bytes) {
        for (int at = 0; at < text.length(); at++) {
            int high = text.charAt(at) == '%' ? hex(text, at + 1) : -1;
            int low = high >= 0 ? hex(text, at + 2) : -1;
            if (low >= 0) {
                bytes.write(high << 4 | low);
                at += 2;
            } else bytes.write(text.charAt(at));
        }
        return bytes.toByteArray();
    }

    private static int hex(String text, int at) {
        return at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
    }
}
