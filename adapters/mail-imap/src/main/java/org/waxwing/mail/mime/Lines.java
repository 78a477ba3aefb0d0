package org.waxwing.mail.mime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The lines of a message, overlong ones in several pieces; CRLF and bare LF end a line. */
final class Lines {
    private static final int LONGEST_PIECE = 8 << 10;

    private final InputStream in;
    private final byte[] buffer = new byte[64 << 10];
    private int start;
    private int length;
    private int ending;
    private int end;
    private boolean begun;
    private boolean beginsLine;
    private boolean atEnd;
    private boolean again;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next piece; false when there is none. */
    boolean next() throws IOException {
        if (again) {
            again = false;
            return true;
        }
        beginsLine = ending > 0 || !begun;
        begun = true;
        start += length + ending;
        length = 0;
        ending = 0;
        fill();
        if (start == end) return false;
        int limit = Math.min(end, start + LONGEST_PIECE);
        int at = start;
        while (at < limit && buffer[at] != '\n') at++;
        if (at < limit) {
            ending = at > start && buffer[at - 1] == '\r' ? 2 : 1;
            length = at + 1 - start - ending;
        } else {
            // a CR at the cut may belong to the line end that follows
            boolean cutsLineEnd = buffer[at - 1] == '\r' && at < end && at - start > 1;
            length = at - start - (cutsLineEnd ? 1 : 0);
        }
        return true;
    }

    private void fill() throws IOException {
        if (atEnd || end - start > LONGEST_PIECE) return;
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        while (end < buffer.length) {
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                atEnd = true;
                return;
            }
            end += read;
            if (end > LONGEST_PIECE * 2) return;
        }
    }

    /** Has {@link #next} give the same piece again. */
    void back() {
        again = true;
    }

    boolean beginsLine() {
        return beginsLine;
    }

    /** How many bytes of line end follow this piece: none within an overlong line and at the end. */
    int ending() {
        return ending;
    }

    int length() {
        return length;
    }

    byte at(int index) {
        return buffer[start + index];
    }

    /** Copies some of this piece and its line end. */
    void copy(int from, byte[] into, int at, int count) {
        System.arraycopy(buffer, start + from, into, at, count);
    }

    /** This piece without its line end, each byte a character. */
    String text() {
        return new String(buffer, start, length, StandardCharsets.ISO_8859_1);
    }

    /** Whether this piece begins a line and is exactly {@code --boundary}, but for white space behind it. */
    boolean isDelimiter(byte[] boundary, boolean closing) {
        int wanted = boundary.length + (closing ? 4 : 2);
        int actual = length;
        while (actual > wanted && (at(actual - 1) == ' ' || at(actual - 1) == '\t')) actual--;
        return beginsLine
                && actual == wanted
                && at(0) == '-'
                && at(1) == '-'
                && Arrays.equals(buffer, start + 2, start + 2 + boundary.length, boundary, 0, boundary.length)
                && (!closing || (at(actual - 1) == '-' && at(actual - 2) == '-'));
    }
}
