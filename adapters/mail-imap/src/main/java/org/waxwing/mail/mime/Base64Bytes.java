package org.waxwing.mail.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Base64 (RFC 2045 §6.8): strange characters are skipped, padding may be missing or stand in the middle. */
final class Base64Bytes extends DecodedBytes {
    private static final byte STRANGE = -1;
    private static final byte PADDING = -2;
    private static final byte[] VALUES = values();

    private boolean padded;
    private boolean over;
    private int bits;
    private int digits;
    /** Whole bytes that are decoded and did not fit, the next one highest. */
    private int waiting;
    private int waitingCount;

    Base64Bytes(InputStream encoded) {
        super(encoded);
    }

    private static byte[] values() {
        var values = new byte[256];
        Arrays.fill(values, STRANGE);
        var digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int value = 0; value < digits.length(); value++) values[digits.charAt(value)] = (byte) value;
        values['='] = PADDING;
        return values;
    }

    /** Whether a line looks as if it could only be this. */
    static boolean isLine(String line) {
        return line.length() >= 16 && line.length() % 4 == 0
                && line.chars().allMatch(c -> c < VALUES.length && VALUES[c] != STRANGE);
    }

    @Override
    int decode(byte[] into, int from, int count) throws IOException {
        int to = from;
        int limit = from + count;
        while (to < limit) {
            if (waitingCount > 0) {
                into[to++] = (byte) (waiting >> 16);
                waiting <<= 8;
                waitingCount--;
            } else if (!over && fill(1)) {
                to = whole(into, to, limit);
                if (to < limit && at < end) next(buffer[at++]);
            } else if (digits > 0) {
                digit(PADDING);
            } else break;
        }
        return to - from;
    }

    /** Decodes groups of four digits as long as nothing else comes and there is room. */
    private int whole(byte[] into, int from, int limit) {
        int to = from;
        if (digits > 0 || padded) return to;
        while (end - at >= 4 && limit - to >= 3) {
            int first = VALUES[buffer[at] & 0xFF];
            int second = VALUES[buffer[at + 1] & 0xFF];
            int third = VALUES[buffer[at + 2] & 0xFF];
            int fourth = VALUES[buffer[at + 3] & 0xFF];
            if ((first | second | third | fourth) < 0) {
                // most often the end of a line
                if (first != STRANGE) break;
                at++;
                continue;
            }
            int group = (first << 18) | (second << 12) | (third << 6) | fourth;
            into[to] = (byte) (group >> 16);
            into[to + 1] = (byte) (group >> 8);
            into[to + 2] = (byte) group;
            to += 3;
            at += 4;
        }
        return to;
    }

    private void next(byte c) {
        byte value = VALUES[c & 0xFF];
        if (value != STRANGE) digit(value);
        // what mailing lists write below, not encoded
        else over = padded && c != '\r' && c != '\n';
    }

    private void digit(byte value) {
        if (value == PADDING) {
            // two digits are one byte, three are two; one is none
            waiting = bits << (6 * (4 - digits));
            waitingCount = Math.max(0, digits - 1);
            digits = 0;
            bits = 0;
            padded = true;
            return;
        }
        bits = (bits << 6) | value;
        if (++digits < 4) return;
        waiting = bits;
        waitingCount = 3;
        digits = 0;
        bits = 0;
    }
}
