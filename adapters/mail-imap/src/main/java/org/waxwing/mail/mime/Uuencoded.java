package org.waxwing.mail.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Text in which files stand as people put them there before MIME (uuencode, POSIX). */
final class Uuencoded {
    private static final byte[] BEGIN = "\nbegin ".getBytes(StandardCharsets.ISO_8859_1);
    private static final Pattern FIRST_LINE = Pattern.compile("begin [0-7]{3,4} (\\S.{0,254})");
    private static final int LONGEST_LINE = 45;
    private static final int MOST = 100;

    private final Lines lines;
    private final Keeper keeper;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final int room;
    private int files;

    /** Where the files go. */
    interface Keeper {
        void keep(String name, InputStream file) throws IOException;
    }

    private Uuencoded(InputStream in, int room, Keeper keeper) {
        this.lines = new Lines(in);
        this.room = room;
        this.keeper = keeper;
    }

    /** Whether a file may begin in there. */
    static boolean isLikely(byte[] text) {
        for (int at = 0; at + BEGIN.length <= text.length; at++)
            if ((at == 0 && begins(text, 0, 1)) || (text[at] == '\n' && begins(text, at, 0))) return true;
        return false;
    }

    private static boolean begins(byte[] text, int at, int skipped) {
        for (int i = skipped; i < BEGIN.length; i++)
            if (text[at + i - skipped] != BEGIN[i]) return false;
        return true;
    }

    /** The file that a part is (Content-Transfer-Encoding: x-uuencode); lines that are not of it are passed over. */
    static InputStream part(InputStream in) {
        var text = new Uuencoded(in, 0, (name, file) -> {});
        return text.new FileBytes(true);
    }

    /** Keeps the files and returns what stands around them, of which at most {@code room} bytes are read. */
    static byte[] split(InputStream in, int room, Keeper keeper) throws IOException {
        return new Uuencoded(in, room, keeper).split();
    }

    private byte[] split() throws IOException {
        while (lines.next()) {
            var name = fileName();
            if (name.isEmpty()) add(line());
            else file(name.get(), line());
        }
        return text.toByteArray();
    }

    private void file(String name, byte[] first) throws IOException {
        boolean more = lines.next();
        // somebody begins something else
        if (!more || decodedLength() <= 0) {
            add(first);
            if (more) lines.back();
            return;
        }
        lines.back();
        files++;
        try (var file = new FileBytes(false)) {
            keeper.keep(name, file);
            file.transferTo(OutputStream.nullOutputStream());
        }
    }

    private byte[] line() {
        byte[] line = new byte[lines.length() + lines.ending()];
        lines.copy(0, line, 0, line.length);
        return line;
    }

    private void add(byte[] line) {
        text.write(line, 0, Math.min(line.length, Math.max(0, room - text.size())));
    }

    private Optional<String> fileName() {
        if (files >= MOST || !lines.beginsLine() || lines.length() < 11 || lines.at(0) != 'b') return Optional.empty();
        var first = FIRST_LINE.matcher(lines.text());
        return first.matches() ? Optional.of(first.group(1).strip()) : Optional.empty();
    }

    /** How many bytes this line stands for; -1 when it is not one of a file. */
    private int decodedLength() {
        if (!lines.beginsLine() || lines.length() == 0) return -1;
        int length = value(0);
        int digits = (length + 2) / 3 * 4;
        // spaces at the end were lost on the way, and some programs put a checksum there
        if (length > LONGEST_LINE || lines.length() > digits + 2) return -1;
        if (lines.length() < digits - 3 && length > 0) return -1;
        for (int at = 0; at < lines.length(); at++) if (lines.at(at) < ' ' || lines.at(at) > '`') return -1;
        return length;
    }

    private int value(int at) {
        return at < lines.length() ? (lines.at(at) - ' ') & 0x3F : 0;
    }

    /** The lines from here to the end of the file, decoded; what does not belong to it is left. */
    private final class FileBytes extends InputStream {
        private final byte[] decoded = new byte[LONGEST_LINE + 3];
        private int at;
        private int length;
        private final boolean wholePart;
        private boolean over;

        FileBytes(boolean wholePart) {
            this.wholePart = wholePart;
        }

        @Override
        public int read() throws IOException {
            while (at == length) {
                if (over) return -1;
                advance();
            }
            return decoded[at++] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            if (count == 0) return 0;
            int first = read();
            if (first < 0) return -1;
            into[from] = (byte) first;
            int more = Math.min(count - 1, length - at);
            System.arraycopy(decoded, at, into, from + 1, more);
            at += more;
            return more + 1;
        }

        private void advance() throws IOException {
            at = 0;
            length = 0;
            if (!lines.next()) {
                over = true;
                return;
            }
            // "end" would also be a line of 5 bytes, were it not so short
            if (lines.length() <= 4 && lines.text().strip().equals("end")) {
                over = true;
                return;
            }
            length = decodedLength();
            if (length < 0) {
                length = 0;
                if (wholePart) return;
                // broken off: the text goes on
                over = true;
                lines.back();
                return;
            }
            for (int group = 0; group * 3 < length; group++) {
                int digit = 1 + group * 4;
                int bits = (value(digit) << 18) | (value(digit + 1) << 12) | (value(digit + 2) << 6)
                        | value(digit + 3);
                decoded[group * 3] = (byte) (bits >> 16);
                decoded[group * 3 + 1] = (byte) (bits >> 8);
                decoded[group * 3 + 2] = (byte) bits;
            }
        }
    }
}
