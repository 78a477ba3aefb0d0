package org.waxwing.domain.preview;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.waxwing.domain.content.UntrustedText;

/**
 * The beginning of a text file, in whatever characters it was written.
 *
 * @param clipped whether there is more of it
 */
public record TextPeek(UntrustedText text, boolean clipped) {
    /** How many bytes are looked at. */
    public static final int MOST = 256 << 10;

    private static final double MOSTLY = 0.9;
    private static final double NEARLY_ALL = 0.97;
    private static final double SOME = 0.2;
    // most bytes can be read in most of these, so the first whose reading looks like words is taken
    private static final List<Eastern> EASTERN = List.of(
            new Eastern("Shift_JIS", text -> share(text, TextPeek::isKana) >= SOME),
            new Eastern("EUC-JP", text -> share(text, TextPeek::isKana) >= SOME),
            new Eastern("EUC-KR", text -> share(text, TextPeek::isHangul) >= MOSTLY),
            new Eastern("GB18030", TextPeek::isSimplified),
            new Eastern("Big5", text -> true));

    /** A charset, and what a text has to look like that was written in it. */
    private record Eastern(String name, Predicate<String> looks) {
        Optional<String> read(byte[] bytes, boolean clipped) {
            return charset(name)
                    .flatMap(it -> strict(bytes, it, clipped))
                    .filter(text -> share(text, TextPeek::isEastern) >= MOSTLY && looks.test(text));
        }
    }

    /**
     * What these bytes say.
     *
     * @param beginning at most {@link #MOST} of them
     * @param clipped whether there are more
     */
    public static TextPeek of(byte[] beginning, boolean clipped) {
        return new TextPeek(new UntrustedText(decoded(beginning, clipped).replace("\r\n", "\n").replace('\r', '\n')),
                clipped);
    }

    private static String decoded(byte[] bytes, boolean clipped) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) return loose(bytes, 3, StandardCharsets.UTF_8);
        if (begins(bytes, 0xFF, 0xFE)) return loose(bytes, 2, StandardCharsets.UTF_16LE);
        if (begins(bytes, 0xFE, 0xFF)) return loose(bytes, 2, StandardCharsets.UTF_16BE);
        var utf8 = strict(bytes, StandardCharsets.UTF_8, clipped);
        if (utf8.isPresent()) return utf8.get();
        for (var eastern : EASTERN) {
            var read = eastern.read(bytes, clipped);
            if (read.isPresent()) return read.get();
        }
        return loose(bytes, 0, charset("windows-1252").orElse(StandardCharsets.ISO_8859_1));
    }

    private static boolean begins(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((bytes[i] & 0xFF) != mark[i]) return false;
        return true;
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static String loose(byte[] bytes, int from, Charset charset) {
        return new String(bytes, from, bytes.length - from, charset);
    }

    /** The text, if all of it can be read so; what was clipped may end within a character. */
    private static Optional<String> strict(byte[] bytes, Charset charset, boolean clipped) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        var result = decoder.decode(in, out, !clipped);
        if (result.isError()) return Optional.empty();
        return Optional.of(out.flip().toString());
    }

    /** How much of what is not ASCII is of this kind. */
    private static double share(String text, IntPredicate kind) {
        long beyond = text.chars().filter(c -> c >= 0x80).count();
        return beyond == 0 ? 0 : (double) text.chars().filter(c -> c >= 0x80).filter(kind).count() / beyond;
    }

    private static boolean isEastern(int c) {
        return isHan(c) || isKana(c) || isHangul(c) || isPunctuation(c);
    }

    private static boolean isHan(int c) {
        return c >= 0x4E00 && c <= 0x9FA5;
    }

    private static boolean isKana(int c) {
        return c >= 0x3041 && c <= 0x30FE;
    }

    private static boolean isHangul(int c) {
        return c >= 0xAC00 && c <= 0xD7A3;
    }

    private static boolean isPunctuation(int c) {
        return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF65) || (c >= 0x2010 && c <= 0x203F);
    }

    /** Whether the older and smaller set has it all, too, as it has all common signs: not so what was misread. */
    private static boolean isSimplified(String text) {
        var common = charset("GB2312").orElse(StandardCharsets.US_ASCII).newEncoder();
        return share(text, c -> isPunctuation(c) || common.canEncode((char) c)) >= NEARLY_ALL;
    }
}
