package org.waxwing.bootstrap.demo.mime;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Header values as they go over the wire: encoded words (RFC 2047), parameters (RFC 2231) and folding (RFC 5322 §2.2.3). */
public final class HeaderText {
    private static final int LINE = 76;
    /** RFC 2047 §2 allows 75, but 76 for the line, and the first word has the header's name before it. */
    private static final int ENCODED_WORD = 66;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String ATOM_TEXT = "!#$%&'*+-/=?^_`{|}~";

    private HeaderText() {}

    /** A whole header line without its CRLF at the end, folded where spaces allow. */
    public static String line(String name, String value) {
        var out = new StringBuilder(name).append(':');
        var column = out.length();
        for (var word : value.split(" ", -1)) {
            if (column + 1 + word.length() > LINE && column > name.length() + 1) {
                out.append("\r\n");
                column = 0;
            }
            out.append(' ').append(word);
            column += 1 + word.length();
        }
        return out.toString();
    }

    /** Free text such as a subject: untouched when it is ASCII, else in encoded words of that charset. */
    public static String text(String value, Charset charset) {
        if (isAscii(value)) return value;
        return String.join(" ", encodedWords(value, charset));
    }

    /** A mailbox (RFC 5322 §3.4): {@code "Falk, Mirko" <m@x.example>}; only the address when there is no name. */
    public static String mailbox(String name, String address, Charset charset) {
        if (name.isEmpty()) return address;
        return phrase(name, charset) + " <" + address + ">";
    }

    private static String phrase(String name, Charset charset) {
        if (!isAscii(name)) return String.join(" ", encodedWords(name, charset));
        var plain = name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == ' ' || ATOM_TEXT.indexOf(c) >= 0);
        return plain ? name : "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /**
     * A parameter with the {@code ;} before it. What is not ASCII is percent-encoded with its charset named, in numbered
     * pieces when it is long (RFC 2231 §3-4).
     */
    public static String parameter(String name, String value, Charset charset) {
        if (isAscii(value) && value.length() < 60) return "; " + name + "=\"" + value.replace("\"", "'") + "\"";
        var encoded = charset.name() + "''" + percentEncoded(value.getBytes(charset));
        var whole = name + "*=" + encoded;
        if (whole.length() < LINE - 2) return "; " + whole;
        var out = new StringBuilder();
        int piece = 0;
        for (int from = 0; from < encoded.length(); piece++) {
            var to = Math.min(encoded.length(), from + 50);
            // an escaped octet must not be torn apart
            while (to < encoded.length() && (encoded.charAt(to - 1) == '%' || encoded.charAt(to - 2) == '%')) to--;
            out.append("; ").append(name).append('*').append(piece).append("*=").append(encoded, from, to);
            from = to;
        }
        return out.toString();
    }

    private static String percentEncoded(byte[] octets) {
        var out = new StringBuilder();
        for (byte octet : octets) {
            var c = octet & 0xFF;
            if (c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_')) out.append((char) c);
            else out.append('%').append(HEX.toHexDigits(octet));
        }
        return out.toString();
    }

    private static List<String> encodedWords(String value, Charset charset) {
        var letters = value.chars().filter(c -> c < 128).count();
        // Q reads better where most letters are Latin; a stateful charset must not be cut up letter by letter
        var quoted = letters * 2 > value.length() && !charset.name().startsWith("ISO-2022");
        var words = new ArrayList<String>();
        var piece = new StringBuilder();
        for (int i = 0; i < value.length();) {
            var codePoint = value.codePointAt(i);
            var longer = piece + Character.toString(codePoint);
            if (word(longer, charset, quoted).length() > ENCODED_WORD) {
                words.add(word(piece.toString(), charset, quoted));
                piece.setLength(0);
            }
            piece.appendCodePoint(codePoint);
            i += Character.charCount(codePoint);
        }
        words.add(word(piece.toString(), charset, quoted));
        return words;
    }

    private static String word(String piece, Charset charset, boolean quoted) {
        var octets = piece.getBytes(charset);
        return "=?" + charset.name() + (quoted ? "?Q?" + q(octets) : "?B?" + Base64.getEncoder().encodeToString(octets))
                + "?=";
    }

    private static String q(byte[] octets) {
        var out = new StringBuilder();
        for (byte octet : octets) {
            var c = octet & 0xFF;
            if (c == ' ') out.append('_');
            else if (c < 128 && Character.isLetterOrDigit(c)) out.append((char) c);
            else out.append('=').append(HEX.toHexDigits(octet));
        }
        return out.toString();
    }

    static boolean isAscii(String value) {
        return value.chars().allMatch(c -> c < 128);
    }
}
