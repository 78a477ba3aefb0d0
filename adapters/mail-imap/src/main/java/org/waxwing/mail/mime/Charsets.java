package org.waxwing.mail.mime;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Bytes to text, whatever charset they claim: most wrong claims can be seen through. */
final class Charsets {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    // names in mail, and the superset that is really written under them (as the WHATWG Encoding Standard has it)
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("ascii", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ansi_x3.4-1968", "windows-1252"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("iso_8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("latin-1", "windows-1252"),
            Map.entry("cp1252", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("windows-874", "x-windows-874"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("iso-8859-8-e", "iso-8859-8"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("x-gbk", "gb18030"),
            Map.entry("cp936", "gb18030"),
            Map.entry("gb_2312-80", "gb18030"),
            Map.entry("hz-gb-2312", "gb18030"),
            Map.entry("big5", "big5-hkscs"),
            Map.entry("cp950", "big5-hkscs"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("ksc5601", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("cp949", "x-windows-949"),
            Map.entry("utf8", "utf-8"),
            Map.entry("utf-8-strings", "utf-8"),
            Map.entry("unicode-1-1-utf-8", "utf-8"),
            Map.entry("x-mac-roman", "x-macroman"),
            Map.entry("macintosh", "x-macroman"),
            Map.entry("cp1251", "windows-1251"),
            Map.entry("koi8r", "koi8-r"));

    private Charsets() {}

    /** The text of {@code bytes}, which may end inside a character. */
    static String decode(byte[] bytes, Optional<String> declared) {
        var marked = byMark(bytes);
        if (marked.isPresent()) return marked.get();
        if (isAscii(bytes)) return ascii(bytes, declared);
        var charset = declared.flatMap(Charsets::named).flatMap(it -> believable(it, bytes));
        // hardly any other text happens to be valid UTF-8, but much UTF-8 is declared as something else
        var utf8 = utf8(bytes);
        boolean oneByteEach = charset.isEmpty() || charset.get().newEncoder().maxBytesPerChar() <= 1.0f;
        if (utf8.isPresent() && (oneByteEach || charset.get().equals(StandardCharsets.UTF_8))) return utf8.get();
        if (charset.isEmpty()) return new String(bytes, WINDOWS_1252);
        var wanted = strictly(bytes, charset.get());
        if (wanted.isPresent()) return wanted.get();
        if (utf8.isPresent()) return utf8.get();
        var lenient = new String(bytes, charset.get());
        return isMostlyBroken(lenient) ? new String(bytes, WINDOWS_1252) : lenient;
    }

    /** The charset of that name, or of what is usually meant by it. */
    static Optional<Charset> named(String name) {
        var plain = name.strip().replace("\"", "").replace("'", "").toLowerCase(Locale.ROOT);
        try {
            var charset = Charset.forName(MEANT.getOrDefault(plain, plain));
            return charset.canEncode() ? Optional.of(charset) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // not a charset's name, or none that is known here
            return Optional.empty();
        }
    }

    /** The name of the charset that Windows has under a number; empty when there is none. */
    static Optional<String> ofCodePage(int page) {
        var name = switch (page) {
            case 437, 850, 852, 855, 857, 860, 861, 862, 863, 865, 866 -> "ibm" + page;
            case 874, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258 -> "windows-" + page;
            case 932 -> "shift_jis";
            case 936 -> "gbk";
            case 949, 51_949 -> "euc-kr";
            case 950 -> "big5";
            case 1200 -> "utf-16le";
            case 10_000 -> "macintosh";
            case 20_127 -> "us-ascii";
            case 20_866 -> "koi8-r";
            case 21_866 -> "koi8-u";
            case 50_220, 50_221, 50_222 -> "iso-2022-jp";
            case 51_932 -> "euc-jp";
            case 54_936 -> "gb18030";
            case 65_001 -> "utf-8";
            default -> page > 28_590 && page < 28_606 ? "iso-8859-" + (page - 28_590) : "";
        };
        return Optional.of(name).filter(it -> !it.isEmpty());
    }

    /** Nothing in place of UTF-16 where there is none, and of its two orders the one that is evidently used. */
    private static Optional<Charset> believable(Charset claimed, byte[] bytes) {
        if (!claimed.name().startsWith("UTF-16")) return Optional.of(claimed);
        int even = 0;
        int odd = 0;
        for (int at = 0; at + 1 < bytes.length; at += 2) {
            if (bytes[at] == 0) even++;
            if (bytes[at + 1] == 0) odd++;
        }
        // every text has a space or a line end somewhere
        if (even == 0 && odd == 0) return isAscii(bytes) ? Optional.empty() : Optional.of(claimed);
        return Optional.of(odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    private static Optional<String> byMark(byte[] bytes) {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF)
            return Optional.of(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
            return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE));
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
            return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
        return Optional.empty();
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) if (b < 0) return false;
        return true;
    }

    private static String ascii(byte[] bytes, Optional<String> declared) {
        if (declared.filter(Utf7::isName).isPresent()) return Utf7.decode(bytes);
        // Japanese and UTF-16 are written in ASCII bytes
        var charset = declared.flatMap(Charsets::named)
                .flatMap(it -> believable(it, bytes))
                .or(() -> isJapanese(bytes) ? named("iso-2022-jp") : Optional.empty())
                .orElse(StandardCharsets.US_ASCII);
        return new String(bytes, charset);
    }

    private static boolean isJapanese(byte[] bytes) {
        for (int at = 0; at + 2 < bytes.length; at++)
            if (bytes[at] == 0x1B && bytes[at + 1] == '$' && (bytes[at + 2] == 'B' || bytes[at + 2] == '@'))
                return true;
        return false;
    }

    private static Optional<String> utf8(byte[] bytes) {
        // the fast way, which makes characters of its own of what is none
        var text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? Optional.of(text) : strictly(bytes, StandardCharsets.UTF_8);
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var out = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        // not the end of the input: half a character there is nobody's fault
        var result = decoder.decode(ByteBuffer.wrap(bytes), out, false);
        return result.isError() ? Optional.empty() : Optional.of(out.flip().toString());
    }

    private static boolean isMostlyBroken(String text) {
        long broken = text.chars().filter(c -> c == 0xFFFD).count();
        long beyondAscii = text.chars().filter(c -> c >= 0x80).count();
        return broken * 2 > beyondAscii;
    }
}
