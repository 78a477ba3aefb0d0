package org.waxwing.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** RTF as Outlook packs it (MS-OXRTFCP). */
final class CompressedRtf {
    private static final int COMPRESSED = 0x75465A4C;
    private static final int AS_IT_IS = 0x414C454D;
    private static final int HEADER = 16;
    private static final int LONGEST = 5 << 20;
    private static final byte[] KNOWN = ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}"
            + "{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
            + "{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
            .getBytes(StandardCharsets.US_ASCII);

    private final ByteBuffer in;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final byte[] dictionary = new byte[4_096];
    private int write = KNOWN.length;

    private CompressedRtf(ByteBuffer in) {
        this.in = in;
        System.arraycopy(KNOWN, 0, dictionary, 0, KNOWN.length);
    }

    /** As much of it as there is, up to 5 MB. */
    static Optional<byte[]> open(ByteBuffer file) {
        var in = file.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (in.remaining() < HEADER) return Optional.empty();
        int kind = in.getInt(8);
        in.position(HEADER);
        return switch (kind) {
            case COMPRESSED -> Optional.of(new CompressedRtf(in).expand());
            case AS_IT_IS -> Optional.of(MapiProperties.bytes(in.slice().limit(Math.min(in.remaining(), LONGEST))));
            default -> Optional.empty();
        };
    }

    private byte[] expand() {
        while (in.hasRemaining()) {
            int control = in.get();
            for (int bit = 0; bit < 8; bit++, control >>= 1) {
                if (out.size() >= LONGEST || in.remaining() < 1 + (control & 1)) return out.toByteArray();
                if ((control & 1) == 0) add(in.get());
                else if (!copies(((in.get() & 0xFF) << 8) | (in.get() & 0xFF))) return out.toByteArray();
            }
        }
        return out.toByteArray();
    }

    private void add(byte literal) {
        out.write(literal);
        dictionary[write] = literal;
        write = (write + 1) % dictionary.length;
    }

    /** Repeats what stood there before; false at the mark of the end. */
    private boolean copies(int reference) {
        int from = reference >> 4;
        if (from == write) return false;
        for (int left = (reference & 0xF) + 2; left > 0; left--) {
            add(dictionary[from]);
            from = (from + 1) % dictionary.length;
        }
        return true;
    }
}
