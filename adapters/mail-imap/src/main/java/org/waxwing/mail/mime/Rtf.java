package org.waxwing.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of RTF, or the HTML that Outlook wrapped in it (MS-OXRTFEX).
 *
 * @param html empty when none was wrapped
 */
record Rtf(String text, String html) {
    static Rtf of(byte[] rtf) {
        return new Reader(rtf).read();
    }

    /** Goes through the file once. */
    private static final class Reader {
        private static final int DEEPEST = 500;
        private static final Set<String> SILENT = Set.of(
                "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "listtable",
                "listoverridetable", "revtbl", "rsidtbl", "generator", "themedata", "xmlnstbl", "datastore", "filetbl",
                "mhtmltag");
        private static final Map<Integer, Integer> PAGES = Map.ofEntries(
                Map.entry(0, 1252), Map.entry(77, 10_000), Map.entry(128, 932), Map.entry(129, 949),
                Map.entry(134, 936), Map.entry(136, 950), Map.entry(161, 1253), Map.entry(162, 1254),
                Map.entry(163, 1258), Map.entry(177, 1255), Map.entry(178, 1256), Map.entry(186, 1257),
                Map.entry(204, 1251), Map.entry(222, 874), Map.entry(238, 1250));

        private final byte[] in;
        private final StringBuilder out = new StringBuilder();
        private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
        private final Deque<State> outer = new ArrayDeque<>();
        private final Map<Integer, Integer> pageOfFont = new HashMap<>();
        private State state = new State();
        private int at;
        private int tooDeep;
        private int page = 1252;
        private int skip;
        private int font;
        private boolean wrapsHtml;
        private boolean groupBegins;

        Reader(byte[] in) {
            this.in = in;
        }

        /** What holds until the end of a group. */
        private static final class State {
            private boolean silent;
            private boolean fonts;
            private boolean tag;
            private boolean notHtml;
            private int skipAfterUnicode = 1;
            private int page;

            State copy() {
                var copy = new State();
                copy.silent = silent;
                copy.fonts = fonts;
                copy.tag = tag;
                copy.notHtml = notHtml;
                copy.skipAfterUnicode = skipAfterUnicode;
                copy.page = page;
                return copy;
            }
        }

        Rtf read() {
            while (at < in.length) {
                byte c = in[at++];
                switch (c) {
                    case '{' -> open();
                    case '}' -> close();
                    case '\\' -> control();
                    case '\r', '\n' -> {
                    }
                    default -> plain(c);
                }
            }
            flush();
            return wrapsHtml ? new Rtf("", out.toString()) : new Rtf(out.toString().strip(), "");
        }

        private void open() {
            flush();
            if (outer.size() >= DEEPEST) {
                tooDeep++;
                return;
            }
            outer.push(state);
            state = state.copy();
            groupBegins = true;
            skip = 0;
        }

        private void close() {
            flush();
            skip = 0;
            if (tooDeep > 0) tooDeep--;
            else if (!outer.isEmpty()) state = outer.pop();
        }

        private boolean isShown() {
            return !state.silent && !(wrapsHtml && state.notHtml && !state.tag);
        }

        private void plain(byte c) {
            groupBegins = false;
            if (skip > 0) skip--;
            else if (isShown()) pending.write(c);
        }

        private void words(String text) {
            flush();
            if (isShown()) out.append(text);
        }

        private void flush() {
            if (pending.size() == 0) return;
            var charset = Charsets.ofCodePage(state.page > 0 ? state.page : page);
            out.append(Charsets.decode(pending.toByteArray(), charset));
            pending.reset();
        }

        private void control() {
            if (at >= in.length) return;
            byte c = in[at];
            if (!isLetter(c)) {
                at++;
                symbol(c);
                return;
            }
            int begin = at;
            while (at < in.length && isLetter(in[at]) && at - begin < 32) at++;
            var word = new String(in, begin, at - begin, StandardCharsets.US_ASCII);
            boolean negative = at < in.length && in[at] == '-';
            if (negative) at++;
            int digits = at;
            int number = 0;
            while (at < in.length && in[at] >= '0' && in[at] <= '9' && at - digits < 9)
                number = number * 10 + in[at++] - '0';
            var given = at > digits ? Optional.of(negative ? -number : number) : Optional.<Integer>empty();
            if (at < in.length && in[at] == ' ') at++;
            word(word, given);
        }

        private void symbol(byte c) {
            switch (c) {
                case '\'' -> {
                    int high = at < in.length ? Character.digit(in[at], 16) : -1;
                    int low = at + 1 < in.length ? Character.digit(in[at + 1], 16) : -1;
                    if (high < 0 || low < 0) return;
                    at += 2;
                    plain((byte) ((high << 4) | low));
                }
                case '*' -> {
                    // a kind of group that old programs do not know, and most of those we need not know
                    if (groupBegins && !isHtmlTag()) state.silent = true;
                }
                case '\\', '{', '}' -> plain(c);
                case '~' -> words(wrapsHtml ? "&nbsp;" : "\u00a0");
                case '_' -> words("-");
                case '\r', '\n' -> words("\n");
                default -> {
                }
            }
        }

        private boolean isHtmlTag() {
            var tag = "\\htmltag";
            if (at + tag.length() > in.length) return false;
            for (int i = 0; i < tag.length(); i++) if (in[at + i] != tag.charAt(i)) return false;
            return true;
        }

        private void word(String word, Optional<Integer> number) {
            boolean first = groupBegins;
            groupBegins = false;
            flush();
            switch (word) {
                case "ansicpg" -> page = number.orElse(page);
                case "fromhtml" -> wrapsHtml = number.orElse(1) == 1;
                case "htmlrtf" -> state.notHtml = number.orElse(1) != 0;
                case "htmltag" -> state.tag = true;
                case "uc" -> state.skipAfterUnicode = Math.clamp(number.orElse(1), 0, 100);
                case "u" -> {
                    words(String.valueOf((char) (number.orElse((int) '?') & 0xFFFF)));
                    skip = state.skipAfterUnicode;
                }
                case "f" -> font(number.orElse(0));
                case "fcharset" -> charsetOfFont(number.orElse(0));
                case "par", "line", "sect", "page", "row" -> words("\n");
                case "tab", "cell" -> words("\t");
                case "lquote" -> words("\u2018");
                case "rquote" -> words("\u2019");
                case "ldblquote" -> words("\u201c");
                case "rdblquote" -> words("\u201d");
                case "bullet" -> words("\u2022");
                case "endash" -> words("\u2013");
                case "emdash" -> words("\u2014");
                case "bin" -> at = Math.min(in.length, at + Math.max(0, number.orElse(0)));
                default -> {
                    if (first && SILENT.contains(word)) {
                        state.silent = true;
                        state.fonts = word.equals("fonttbl");
                    }
                }
            }
        }

        private void font(int number) {
            font = number;
            if (!state.fonts) state.page = pageOfFont.getOrDefault(number, 0);
        }

        private void charsetOfFont(int charset) {
            var known = PAGES.get(charset);
            // 0 stands for the page of the whole text as well
            if (state.fonts && known != null && charset != 0 && pageOfFont.size() < DEEPEST)
                pageOfFont.put(font, known);
        }

        private static boolean isLetter(byte c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
    }
}
