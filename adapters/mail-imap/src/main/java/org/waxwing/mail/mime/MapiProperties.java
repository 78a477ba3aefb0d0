package org.waxwing.mail.mime;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Properties as Outlook writes them (MS-OXTNEF §2.1.3.4): the first value of each, those with names of their own left out.
 */
final class MapiProperties {
    static final int SUBJECT = 0x0037;
    static final int BODY = 0x1000;
    static final int RTF = 0x1009;
    static final int HTML = 0x1013;
    static final int DISPLAY_NAME = 0x3001;
    static final int ATTACH_DATA = 0x3701;
    static final int ATTACH_NAME = 0x3704;
    static final int ATTACH_METHOD = 0x3705;
    static final int ATTACH_LONG_NAME = 0x3707;
    static final int ATTACH_TYPE = 0x370E;
    static final int ATTACH_CONTENT_ID = 0x3712;
    static final int INTERNET_CODE_PAGE = 0x3FDE;
    static final MapiProperties NONE = new MapiProperties();

    private static final int NAMED = 0x8000;
    private static final int NAMED_BY_TEXT = 1;
    private static final int SEVERAL = 0x1000;
    private static final int OBJECT = 0x0D;
    private static final int BYTES_AS_TEXT = 0x1E;
    private static final int UNICODE = 0x1F;
    private static final int BINARY = 0x102;

    private final Map<Integer, Value> values = new HashMap<>();

    private record Value(int type, ByteBuffer data) {}

    private MapiProperties() {}

    /** @throws BufferUnderflowException they are cut off */
    static MapiProperties of(ByteBuffer data) {
        var in = data.slice().order(ByteOrder.LITTLE_ENDIAN);
        var properties = new MapiProperties();
        for (int left = in.getInt(); left > 0; left--) properties.read(in);
        return properties;
    }

    private void read(ByteBuffer in) {
        int type = in.getShort() & 0xFFFF;
        int id = in.getShort() & 0xFFFF;
        if (id >= NAMED) {
            take(in, 16);
            if (in.getInt() == NAMED_BY_TEXT) padded(in, in.getInt());
            else in.getInt();
        }
        int kind = type & ~SEVERAL;
        boolean varies = kind == OBJECT || kind == BYTES_AS_TEXT || kind == UNICODE || kind == BINARY;
        int count = varies || kind != type ? in.getInt() : 1;
        for (int i = 0; i < count; i++) {
            var value = varies ? padded(in, in.getInt()) : take(in, sizeOf(kind));
            if (i == 0 && id < NAMED) values.putIfAbsent(id, new Value(kind, value));
        }
    }

    private static int sizeOf(int type) {
        return switch (type) {
            case 0x02, 0x03, 0x04, 0x0A, 0x0B -> 4;
            case 0x05, 0x06, 0x07, 0x14, 0x40 -> 8;
            case 0x48 -> 16;
            // where the next one begins cannot be told
            default -> throw new BufferUnderflowException();
        };
    }

    /** The next {@code length} bytes. */
    static ByteBuffer take(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) throw new BufferUnderflowException();
        var taken = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + length);
        return taken;
    }

    private static ByteBuffer padded(ByteBuffer in, int length) {
        var taken = take(in, length);
        in.position(Math.min(in.limit(), in.position() + (4 - length % 4) % 4));
        return taken;
    }

    OptionalInt number(int id) {
        var value = values.get(id);
        return value == null || value.data().remaining() < 4
                ? OptionalInt.empty()
                : OptionalInt.of(value.data().getInt(0));
    }

    /** Its bytes, when it is of a kind that has any. */
    Optional<ByteBuffer> bytes(int id) {
        return Optional.ofNullable(values.get(id))
                .filter(it -> it.type() == BINARY || it.type() == OBJECT)
                .map(it -> it.data().slice());
    }

    /** Its text, when it has one that is not blank. */
    Optional<String> string(int id, Optional<String> charset) {
        var value = values.get(id);
        if (value == null) return Optional.empty();
        var text = switch (value.type()) {
            case UNICODE -> clean(new String(bytes(value.data()), StandardCharsets.UTF_16LE));
            case BYTES_AS_TEXT -> decoded(value.data(), charset);
            default -> "";
        };
        return Optional.of(text).filter(it -> !it.isBlank());
    }

    /** Text in the code page of who sent it; what comes behind a NUL does not belong to it. */
    static String decoded(ByteBuffer data, Optional<String> charset) {
        return clean(Charsets.decode(bytes(data), charset));
    }

    private static String clean(String text) {
        int nul = text.indexOf(0);
        return nul < 0 ? text : text.substring(0, nul);
    }

    static byte[] bytes(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.get(data.position(), bytes);
        return bytes;
    }
}
