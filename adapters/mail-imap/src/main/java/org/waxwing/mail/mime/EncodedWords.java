package org.waxwing.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Header text with encoded words (RFC 2047), as mail really has them: cut inside a character, with spaces in them,
 * without padding, next to bytes that are not ASCII.
 */
final class EncodedWords {
    private static final char ESCAPE = 0x1B;
    private static final int LONGEST = 20_000;
    private static final int LONGEST_CHARSET = 60;

    private final String raw;
    private final StringBuilder out = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private String pendingCharset = "";

    private EncodedWords(String raw) {
        this.raw = raw;
    }

    /** One encoded word of the text. */
    private record Word(String charset, boolean base64, int from, int to) {}

    /**
     * The text, of which at most 20,000 characters are read.
     *
     * @param raw each byte a character; characters beyond that are left as they are
     */
    static String decode(String raw) {
        if (isPlain(raw)) return raw;
        return new EncodedWords(raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw).decode();
    }

    /** Whether there is nothing to decode, as in most fields. */
    private static boolean isPlain(String raw) {
        if (raw.length() > LONGEST) return false;
        for (int at = 0; at < raw.length(); at++) {
            char c = raw.charAt(at);
            boolean beginsWord = c == '=' && at + 1 < raw.length() && raw.charAt(at + 1) == '?';
            if (c >= 0x80 || c == ESCAPE || beginsWord) return false;
        }
        return true;
    }

    private String decode() {
        int at = 0;
        int literal = 0;
        boolean afterWord = false;
        while (true) {
            int begin = raw.indexOf("=?", at);
            if (begin < 0) break;
            var word = wordAt(begin);
            if (word.isEmpty()) {
                at = begin + 2;
                continue;
            }
            var between = raw.substring(literal, begin);
            // white space between two words is there only to part them
            if (!afterWord || !between.isBlank()) literal(between);
            word(word.get());
            at = word.get().to() + 2;
            literal = at;
            afterWord = true;
        }
        flush();
        literal(raw.substring(literal));
        return out.toString();
    }

    private Optional<Word> wordAt(int begin) {
        int charsetEnd = raw.indexOf('?', begin + 2);
        if (charsetEnd < 0 || charsetEnd == begin + 2 || charsetEnd - begin > LONGEST_CHARSET) return Optional.empty();
        if (charsetEnd + 2 >= raw.length() || raw.charAt(charsetEnd + 2) != '?') return Optional.empty();
        char encoding = Character.toUpperCase(raw.charAt(charsetEnd + 1));
        if (encoding != 'B' && encoding != 'Q') return Optional.empty();
        int end = raw.indexOf("?=", charsetEnd + 3);
        if (end < 0) return Optional.empty();
        var charset = raw.substring(begin + 2, charsetEnd);
        // a language may follow (RFC 2231 §5)
        int star = charset.indexOf('*');
        if (star >= 0) charset = charset.substring(0, star);
        return Optional.of(new Word(charset.toLowerCase(Locale.ROOT), encoding == 'B', charsetEnd + 3, end));
    }

    private void word(Word word) {
        if (!word.charset().equals(pendingCharset)) flush();
        pendingCharset = word.charset();
        if (word.base64()) base64(word);
        else quoted(word);
    }

    private void base64(Word word) {
        var clean = new StringBuilder();
        for (int at = word.from(); at < word.to(); at++) {
            char c = raw.charAt(at);
            if (c == '=') base64(clean);
            else if (c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/')) clean.append(c);
        }
        base64(clean);
    }

    private void base64(StringBuilder clean) {
        // six bits are not a byte
        int usable = clean.length() % 4 == 1 ? clean.length() - 1 : clean.length();
        pending.writeBytes(Base64.getDecoder().decode(clean.substring(0, usable)));
        clean.setLength(0);
    }

    private void quoted(Word word) {
        for (int at = word.from(); at < word.to(); at++) {
            char c = raw.charAt(at);
            int high = c == '=' && at + 2 < word.to() ? Character.digit(raw.charAt(at + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(raw.charAt(at + 2), 16) : -1;
            if (low >= 0) {
                pending.write(high << 4 | low);
                at += 2;
            } else pending.write(c == '_' ? ' ' : c);
        }
    }

    private void flush() {
        if (pending.size() > 0) out.append(Charsets.decode(pending.toByteArray(), Optional.of(pendingCharset)));
        pending.reset();
        pendingCharset = "";
    }

    private void literal(String text) {
        if (text.isEmpty()) return;
        flush();
        boolean bytes = text.chars().allMatch(c -> c < 256);
        out.append(bytes ? Charsets.decode(text.getBytes(StandardCharsets.ISO_8859_1), Optional.empty()) : text);
    }
}
