package org.waxwing.mail.mime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A message as a sequence of header blocks and bodies, each ending where a boundary of any enclosing multipart stands
 * (RFC 2046 §5.1), whether or not the inner ones were closed.
 */
final class MimeSource {
    private static final int NONE = -1;

    private final Lines lines;
    private final List<byte[]> boundaries = new ArrayList<>();
    private int hit = NONE;
    private boolean hitCloses;

    MimeSource(InputStream in) {
        lines = new Lines(in);
    }

    /** Enters a multipart; its level, by which to ask for its delimiters. */
    int enter(String boundary) {
        boundaries.add(boundary.getBytes(StandardCharsets.ISO_8859_1));
        return boundaries.size() - 1;
    }

    /** Leaves the innermost multipart, keeping a delimiter that belongs to an outer one. */
    void leave() {
        int level = boundaries.size() - 1;
        boundaries.remove(level);
        if (hit == level) hit = NONE;
    }

    /** Whether reading stopped before another part of the multipart at {@code level}; if so, goes into it. */
    boolean nextPart(int level) {
        if (hit != level || hitCloses) return false;
        hit = NONE;
        return true;
    }

    /** Whether reading stopped at a delimiter of the multipart at {@code level}. */
    boolean isAt(int level) {
        return hit == level;
    }

    /** Reads header fields up to the empty line, to a delimiter, or to what cannot be a header field. */
    Headers headers(int room) throws IOException {
        var headers = new Headers.Builder(room);
        boolean any = false;
        while (hit == NONE && lines.next()) {
            if (!lines.beginsLine()) {
                headers.more(lines.text());
                continue;
            }
            if (isDelimiter()) break;
            if (lines.length() == 0) break;
            if (lines.at(0) == ' ' || lines.at(0) == '\t') {
                // some mailers fold before the first field, or put white space on the empty line
                if (!any && lines.text().isBlank()) break;
                headers.more(lines.text());
                continue;
            }
            var text = lines.text();
            int colon = nameLength(text);
            if (colon > 0) {
                headers.begin(text.substring(0, colon).stripTrailing().toLowerCase(Locale.ROOT),
                        text.substring(text.indexOf(':', colon) + 1));
                any = true;
            } else if (!isMailboxSeparator(text)) {
                // the empty line is missing: this is the body already
                lines.back();
                break;
            }
        }
        return headers.build();
    }

    private static int nameLength(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) > ' ' && text.charAt(at) < 127 && text.charAt(at) != ':') at++;
        int colon = at;
        while (colon < text.length() && (text.charAt(colon) == ' ' || text.charAt(colon) == '\t')) colon++;
        return colon < text.length() && text.charAt(colon) == ':' ? at : 0;
    }

    // left over from mailbox files
    private static boolean isMailboxSeparator(String text) {
        return text.startsWith("From ") || text.startsWith(">From ");
    }

    private boolean isDelimiter() {
        if (lines.length() < 2 || lines.at(0) != '-' || lines.at(1) != '-') return false;
        for (int level = boundaries.size() - 1; level >= 0; level--) {
            boolean opens = lines.isDelimiter(boundaries.get(level), false);
            if (opens || lines.isDelimiter(boundaries.get(level), true)) {
                hit = level;
                hitCloses = !opens;
                return true;
            }
        }
        return false;
    }

    /** The body from here on; to be read to its end before anything else is. */
    InputStream body() {
        return new Body();
    }

    /** Goes past what is left of a body, to the next delimiter. */
    void skip() throws IOException {
        while (hit == NONE && lines.next()) if (isDelimiter()) return;
    }

    /** The first line of the body to come, which stays to be read; empty at its end. */
    String peek() throws IOException {
        if (hit != NONE || !lines.next()) return "";
        var text = lines.text();
        lines.back();
        return text;
    }

    /** Lines up to the next delimiter; the line end before that belongs to it. */
    private final class Body extends InputStream {
        private int at;
        private int length;
        private int ending;
        /** Bytes of a line end that is known by now to stand between two lines. */
        private int due;
        private boolean over;

        @Override
        public int read() throws IOException {
            while (true) {
                if (due > 0) return due-- == 2 ? '\r' : '\n';
                if (at < length) return lines.at(at++) & 0xFF;
                if (over) return -1;
                advance();
            }
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            int done = 0;
            while (done < count) {
                if (due == 0 && at < length) {
                    int step = Math.min(count - done, length - at);
                    lines.copy(at, into, from + done, step);
                    at += step;
                    done += step;
                } else {
                    int next = read();
                    if (next < 0) break;
                    into[from + done] = (byte) next;
                    done++;
                }
            }
            return done == 0 && count > 0 ? -1 : done;
        }

        private void advance() throws IOException {
            int before = ending;
            at = 0;
            length = 0;
            ending = 0;
            if (hit == NONE && lines.next() && !isDelimiter()) {
                length = lines.length();
                ending = lines.ending();
                due = before;
            } else {
                over = true;
                // at the end of everything there is no delimiter to which the last line end could belong
                if (hit == NONE) due = before;
            }
        }
    }
}
