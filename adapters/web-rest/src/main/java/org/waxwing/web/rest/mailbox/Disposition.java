package org.waxwing.web.rest.mailbox;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * The Content-Disposition header (RFC 6266) of a file that a stranger named: an ASCII name for old clients and the real
 * one percent-encoded (RFC 8187), neither with anything that could end the header, name a folder, or hide what comes
 * last.
 */
final class Disposition {
    private static final int LONGEST = 150;
    private static final String PLAIN = "!#$&+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Disposition() {}

    static String attachment(String name) {
        return of("attachment", name);
    }

    static String inline(String name) {
        return of("inline", name);
    }

    private static String of(String kind, String name) {
        var safe = safe(name);
        return kind + "; filename=\"" + ascii(safe) + "\"; filename*=UTF-8''" + encoded(safe);
    }

    /** A name that names no folder and hides nothing: direction marks make "gnp.exe" look like "exe.png". */
    static String safe(String name) {
        var clean = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[/\\\\:*?\"<>|]", "_")
                .strip()
                .replaceAll("^\\.+", "")
                .replaceAll("[. ]+$", "");
        if (clean.isEmpty()) return "attachment";
        if (clean.codePointCount(0, clean.length()) <= LONGEST) return clean;
        int dot = clean.lastIndexOf('.');
        var ending = dot > 0 && clean.length() - dot <= 12 ? clean.substring(dot) : "";
        return clean.substring(0, clean.offsetByCodePoints(0, LONGEST - ending.length())) + ending;
    }

    private static String ascii(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\x20-\\x7e]", "_")
                .replaceAll("[%;\"\\\\]", "_");
    }

    private static String encoded(String name) {
        var encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (PLAIN.indexOf(c) >= 0) encoded.append(c);
            else encoded.append('%').append("%02X".formatted((int) c));
        }
        return encoded.toString();
    }
}
