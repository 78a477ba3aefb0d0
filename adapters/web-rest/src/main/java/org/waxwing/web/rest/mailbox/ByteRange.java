package org.waxwing.web.rest.mailbox;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of a file (RFC 9110 §14.1.2).
 *
 * @param first the first byte, from 0
 * @param last the last byte, inclusive; {@code first - 1} when there is none
 */
record ByteRange(long first, long last) {
    private static final Pattern SINGLE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

    /** What a Range header asks for. */
    sealed interface Wanted {
        /** Everything: no range was asked for, or one that need not be understood. */
        record Whole() implements Wanted {}

        /** These bytes. */
        record Part(ByteRange range) implements Wanted {}

        /** Bytes that do not exist. */
        record Nothing() implements Wanted {}
    }

    static ByteRange whole(long size) {
        return new ByteRange(0, size - 1);
    }

    /** How many bytes. */
    long length() {
        return last - first + 1;
    }

    /**
     * Reads a Range header against a file of {@code size} bytes. Several ranges at once, other units and nonsense are
     * answered with the whole file, as RFC 9110 §14.2 allows.
     */
    static Wanted of(Optional<String> header, long size) {
        var single = SINGLE.matcher(header.orElse(""));
        if (!single.matches()) return new Wanted.Whole();
        var from = single.group(1);
        var to = single.group(2);
        if (from.isEmpty()) return to.isEmpty() ? new Wanted.Whole() : suffix(Long.parseLong(to), size);
        long first = Long.parseLong(from);
        long last = to.isEmpty() ? size - 1 : Math.min(Long.parseLong(to), size - 1);
        if (!to.isEmpty() && Long.parseLong(to) < first) return new Wanted.Whole();
        return first >= size ? new Wanted.Nothing() : new Wanted.Part(new ByteRange(first, last));
    }

    private static Wanted suffix(long length, long size) {
        return length == 0 || size == 0
                ? new Wanted.Nothing()
                : new Wanted.Part(new ByteRange(Math.max(0, size - length), size - 1));
    }
}
