package org.waxwing.bootstrap.demo.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Content-Transfer-Encoding (RFC 2045 §6). */
public enum TransferEncoding {
    SEVEN_BIT("7bit"),
    EIGHT_BIT("8bit"),
    QUOTED_PRINTABLE("quoted-printable"),
    BASE64("base64");

    private static final int LINE = 76;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final String token;

    TransferEncoding(String token) {
        this.token = token;
    }

    /**
     * The encoding with that word in the header.
     *
     * @throws IllegalArgumentException for a word of no encoding
     */
    public static TransferEncoding of(String token) {
        for (var encoding : values()) if (encoding.token.equals(token)) return encoding;
        throw new IllegalArgumentException("Unknown Content-Transfer-Encoding: " + token);
    }

    /** The word in the header. */
    public String token() {
        return token;
    }

    byte[] encode(byte[] octets) {
        return switch (this) {
            case SEVEN_BIT, EIGHT_BIT -> octets;
            case BASE64 -> Base64.getMimeEncoder().encode(octets);
            case QUOTED_PRINTABLE -> quotedPrintable(octets).getBytes(US_ASCII);
        };
    }

    private static String quotedPrintable(byte[] octets) {
        return new String(octets, ISO_8859_1)
                .lines()
                .map(TransferEncoding::quotedPrintableLine)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String quotedPrintableLine(String line) {
        var out = new StringBuilder();
        var column = 0;
        for (int i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            var blank = c == ' ' || c == '\t';
            var plain = blank ? i < line.length() - 1 : c >= 33 && c <= 126 && c != '=';
            var token = plain ? String.valueOf(c) : "=" + HEX.toHexDigits((byte) c);
            if (column + token.length() > LINE - 1) {
                out.append("=\r\n");
                column = 0;
            }
            out.append(token);
            column += token.length();
        }
        return out.toString();
    }
}
