package org.waxwing.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The outside of an S/MIME file (RFC 5652, in BER): what it is, and the message inside when it is only signed. Nothing is
 * verified.
 */
final class Cms {
    private static final String SIGNED = "2a864886f70d010702";
    private static final String ENVELOPED = "2a864886f70d010703";
    private static final String AUTHENTICATED_AND_ENVELOPED = "2a864886f70d0109100117";
    private static final int SEQUENCE = 0x30;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int OCTETS = 0x04;
    private static final int OCTETS_IN_PIECES = 0x24;
    private static final int CONTEXT = 0xA0;
    private static final int DEEPEST = 20;
    private static final int INDEFINITE = -1;

    private final ByteBuffer in;

    private Cms(byte[] file) {
        in = ByteBuffer.wrap(file);
    }

    /** What stands in a file. */
    sealed interface Found {
        /** Signed, with its content; empty when only certificates or a signature are in there. */
        record Signed(ByteBuffer content) implements Found {}

        /** Encrypted. */
        record Encrypted() implements Found {}
    }

    /** Empty when it is something else, or broken. */
    static Optional<Found> of(byte[] file) {
        try {
            return new Cms(file).read();
        } catch (BufferUnderflowException e) {
            // cut off, or none at all
            return Optional.empty();
        }
    }

    private Optional<Found> read() {
        if (!enters(SEQUENCE) || peek() != OBJECT_IDENTIFIER) return Optional.empty();
        return switch (identifier()) {
            case SIGNED -> signed();
            case ENVELOPED, AUTHENTICATED_AND_ENVELOPED -> Optional.of(new Found.Encrypted());
            default -> Optional.empty();
        };
    }

    private Optional<Found> signed() {
        if (!enters(CONTEXT) || !enters(SEQUENCE)) return Optional.empty();
        // version and digests
        skip(0);
        skip(0);
        if (!enters(SEQUENCE) || peek() != OBJECT_IDENTIFIER) return Optional.empty();
        identifier();
        var content = new ByteArrayOutputStream();
        if (in.hasRemaining() && enters(CONTEXT)) octets(content, 0);
        return Optional.of(new Found.Signed(ByteBuffer.wrap(content.toByteArray())));
    }

    /** Goes into the element that comes, if it is one of that kind. */
    private boolean enters(int tag) {
        if (peek() != tag) return false;
        in.get();
        length();
        return true;
    }

    private int peek() {
        if (!in.hasRemaining()) throw new BufferUnderflowException();
        return in.get(in.position()) & 0xFF;
    }

    private String identifier() {
        in.get();
        return HexFormat.of().formatHex(bytes(length()));
    }

    private byte[] bytes(int length) {
        if (length < 0 || length > in.remaining()) throw new BufferUnderflowException();
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private int length() {
        int first = in.get() & 0xFF;
        if (first < 0x80) return first;
        if (first == 0x80) return INDEFINITE;
        long length = 0;
        for (int count = first & 0x7F; count > 0; count--) {
            length = (length << 8) | (in.get() & 0xFF);
            if (length > in.limit()) throw new BufferUnderflowException();
        }
        return (int) length;
    }

    /** One string of bytes, which may come in pieces of pieces. */
    private void octets(ByteArrayOutputStream into, int depth) {
        int tag = in.get() & 0xFF;
        int length = length();
        if (tag == OCTETS) {
            into.writeBytes(bytes(length));
            return;
        }
        if (tag != OCTETS_IN_PIECES || depth > DEEPEST) throw new BufferUnderflowException();
        int end = length == INDEFINITE ? in.limit() : in.position() + length;
        while (in.position() < end && !endsHere(length)) octets(into, depth + 1);
    }

    private void skip(int depth) {
        if (depth > DEEPEST) throw new BufferUnderflowException();
        in.get();
        int length = length();
        if (length != INDEFINITE) bytes(length);
        else while (!endsHere(length)) skip(depth + 1);
    }

    /** Goes past the mark at the end of an element whose length was not given. */
    private boolean endsHere(int length) {
        if (length != INDEFINITE || peek() != 0) return false;
        in.get();
        in.get();
        return true;
    }
}
