package org.waxwing.domain.rules.sieve;

import java.util.Locale;

/** Takes a script apart into words (RFC 5228 §8.1). */
final class SieveLexer {
    /** What a word is. */
    enum Kind {
        IDENTIFIER,
        TAG,
        NUMBER,
        STRING,
        /** One of {@code [](){},;}. */
        SIGN,
        END
    }

    /**
     * A word.
     *
     * @param text identifiers and tags in lower case; strings without quotes
     * @param comment what was written before it
     */
    record Token(Kind kind, String text, long number, String comment, int line, int column) {
        boolean is(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }
    }

    private static final int LONGEST_COMMENT = 2_000;
    private static final int MOST_DIGITS = 15;

    private final String script;
    private final StringBuilder comment = new StringBuilder();
    private int at;
    private int line = 1;
    private int lineStart;

    SieveLexer(String script) {
        this.script = script;
        // a byte order mark
        if (script.startsWith("\uFEFF")) at = 1;
    }

    Token next() throws SieveException {
        comment.setLength(0);
        skip();
        int startLine = line;
        int column = at - lineStart + 1;
        if (at >= script.length()) return new Token(Kind.END, "", 0, comment.toString(), startLine, column);
        char c = script.charAt(at);
        if (c == '"') return new Token(Kind.STRING, quoted(), 0, comment.toString(), startLine, column);
        if (c >= '0' && c <= '9') return new Token(Kind.NUMBER, "", number(), comment.toString(), startLine, column);
        if ("[](){},;".indexOf(c) >= 0) {
            at++;
            return new Token(Kind.SIGN, String.valueOf(c), 0, comment.toString(), startLine, column);
        }
        if (c == ':') at++;
        var word = word();
        if (word.isEmpty()) throw refused("An unexpected " + (c == ':' ? ':' : c));
        if (c == ':') return new Token(Kind.TAG, word, 0, comment.toString(), startLine, column);
        if (word.equals("text") && at < script.length() && script.charAt(at) == ':')
            return new Token(Kind.STRING, multiline(), 0, comment.toString(), startLine, column);
        return new Token(Kind.IDENTIFIER, word, 0, comment.toString(), startLine, column);
    }

    /** White space and comments. */
    private void skip() throws SieveException {
        while (at < script.length()) {
            char c = script.charAt(at);
            if (c == '#') {
                int end = endOfLine(at);
                note(script.substring(at + 1, end));
                at = end;
            } else if (script.startsWith("/*", at)) {
                int end = script.indexOf("*/", at + 2);
                if (end < 0) throw refused("A comment without an end");
                note(script.substring(at + 2, end));
                advance(end + 2);
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') advance(at + 1);
            else return;
        }
    }

    private void note(String text) {
        if (comment.length() < LONGEST_COMMENT)
            comment.append(text, 0, Math.min(text.length(), LONGEST_COMMENT)).append('\n');
    }

    private int endOfLine(int from) {
        int end = script.indexOf('\n', from);
        return end < 0 ? script.length() : end;
    }

    private void advance(int to) {
        for (; at < to; at++) if (script.charAt(at) == '\n') {
            line++;
            lineStart = at + 1;
        }
    }

    private String word() {
        int start = at;
        while (at < script.length() && isOfWord(script.charAt(at), at > start)) at++;
        return script.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private static boolean isOfWord(char c, boolean inside) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
                || (inside && ((c >= '0' && c <= '9') || c == '.' || c == '-'));
    }

    private long number() throws SieveException {
        int start = at;
        while (at < script.length() && script.charAt(at) >= '0' && script.charAt(at) <= '9') at++;
        if (at - start > MOST_DIGITS) throw refused("A number too large");
        long value = Long.parseLong(script.substring(start, at));
        if (at >= script.length()) return value;
        int shift = switch (script.charAt(at)) {
            case 'k', 'K' -> 10;
            case 'm', 'M' -> 20;
            case 'g', 'G' -> 30;
            default -> 0;
        };
        if (shift > 0) at++;
        if (value > Long.MAX_VALUE >> shift) throw refused("A number too large");
        return value << shift;
    }

    private String quoted() throws SieveException {
        var text = new StringBuilder();
        int end = at + 1;
        while (end < script.length() && script.charAt(end) != '"') {
            if (script.charAt(end) == '\\') end++;
            if (end < script.length()) text.append(script.charAt(end));
            end++;
        }
        if (end >= script.length()) throw refused("A string without an end");
        advance(end + 1);
        return text.toString();
    }

    /** Lines up to one that is a single dot; a dot before a dot is left out (RFC 5228 §2.4.2). */
    private String multiline() throws SieveException {
        int begin = endOfLine(at) + 1;
        var text = new StringBuilder();
        for (int from = begin; from < script.length();) {
            int end = endOfLine(from);
            var read = script.substring(from, end);
            if (read.endsWith("\r")) read = read.substring(0, read.length() - 1);
            if (read.equals(".")) {
                advance(end);
                return text.toString();
            }
            text.append(read.startsWith("..") ? read.substring(1) : read).append('\n');
            from = end + 1;
        }
        throw refused("A text without an end");
    }

    private SieveException refused(String why) {
        return new SieveException(line, at - lineStart + 1, why);
    }
}
