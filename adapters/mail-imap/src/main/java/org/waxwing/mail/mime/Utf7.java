package org.waxwing.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** UTF-7 (RFC 2152), which the JDK does not have and old programs still write. */
final class Utf7 {
    private static final Pattern NAME = Pattern.compile(
            "\\s*\"?(?:(?:unicode-1-1-|unicode-2-0-|x-unicode-2-0-)?utf-?7)\"?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHIFTED = Pattern.compile("\\+([A-Za-z0-9+/]*+)-?");

    private Utf7() {}

    static boolean isName(String charset) {
        return NAME.matcher(charset).matches();
    }

    static String decode(byte[] ascii) {
        return SHIFTED.matcher(new String(ascii, StandardCharsets.US_ASCII)).replaceAll(shift -> {
            var digits = shift.group(1);
            // six bits are not a byte
            int usable = digits.length() % 4 == 1 ? digits.length() - 1 : digits.length();
            byte[] units = Base64.getDecoder().decode(digits.substring(0, usable));
            var words = new String(units, 0, units.length / 2 * 2, StandardCharsets.UTF_16BE);
            return digits.isEmpty() ? "+" : words.replace("\\", "\\\\").replace("$", "\\$");
        });
    }
}
