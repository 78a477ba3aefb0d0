package org.waxwing.mail.mime;

import java.io.IOException;
import java.io.InputStream;

/** Quoted-printable (RFC 2045 §6.7): an equals sign that begins nothing stands for itself. */
final class QuotedPrintableBytes extends DecodedBytes {
    private static final int LONGEST_BLANK = 1_000;

    QuotedPrintableBytes(InputStream encoded) {
        super(encoded);
    }

    @Override
    int decode(byte[] into, int from, int count) throws IOException {
        int to = from;
        int limit = from + count;
        while (to < limit && fill(1)) {
            byte c = buffer[at];
            if (c == '=') {
                fill(LONGEST_BLANK + 2);
                int decoded = escaped();
                if (decoded >= 0) into[to++] = (byte) decoded;
            } else if (c == ' ' || c == '\t') {
                fill(LONGEST_BLANK + 2);
                int blank = blankLength(at);
                // white space before the end of a line was put there on the way
                if (at + blank == end || isLineEnd(at + blank)) at += blank;
                else {
                    int fits = Math.min(blank, limit - to);
                    System.arraycopy(buffer, at, into, to, fits);
                    to += fits;
                    at += fits;
                }
            } else to = plain(into, to, limit);
        }
        return to - from;
    }

    /** Copies what stands for itself. */
    private int plain(byte[] into, int from, int limit) {
        int to = from;
        int stop = Math.min(end, at + limit - to);
        int index = at;
        while (index < stop && buffer[index] != '=' && buffer[index] != ' ' && buffer[index] != '\t')
            into[to++] = buffer[index++];
        at = index;
        return to;
    }

    /** The byte that an equals sign begins; -1 when it only ends a line softly. */
    private int escaped() {
        at++;
        int high = hex(at);
        int low = high < 0 ? -1 : hex(at + 1);
        if (low >= 0) {
            at += 2;
            return (high << 4) | low;
        }
        int ending = at + blankLength(at);
        if (ending < end && !isLineEnd(ending)) return '=';
        at = ending;
        if (at < end && buffer[at] == '\r') at++;
        if (at < end && buffer[at] == '\n') at++;
        return -1;
    }

    private int hex(int index) {
        return index < end ? Character.digit(buffer[index], 16) : -1;
    }

    private boolean isLineEnd(int index) {
        return buffer[index] == '\n' || (buffer[index] == '\r' && index + 1 < end && buffer[index + 1] == '\n');
    }

    private int blankLength(int from) {
        int length = 0;
        while (from + length < end && length < LONGEST_BLANK
                && (buffer[from + length] == ' ' || buffer[from + length] == '\t'))
            length++;
        return length;
    }
}
