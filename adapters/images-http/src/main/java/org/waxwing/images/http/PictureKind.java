package org.waxwing.images.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a file is by its first bytes: pictures made of dots alone. SVG is a document that can do things. */
final class PictureKind {
    private PictureKind() {}

    /** The media type; empty for everything else. */
    static Optional<String> of(byte[] bytes) {
        if (starts(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) return Optional.of("image/png");
        if (starts(bytes, 0, 0xFF, 0xD8, 0xFF)) return Optional.of("image/jpeg");
        if (starts(bytes, 0, 'G', 'I', 'F', '8') && bytes.length > 10) return Optional.of("image/gif");
        if (starts(bytes, 0, 'R', 'I', 'F', 'F') && starts(bytes, 8, 'W', 'E', 'B', 'P'))
            return Optional.of("image/webp");
        if (starts(bytes, 0, 'B', 'M') && bytes.length > 26) return Optional.of("image/bmp");
        if (starts(bytes, 0, 0, 0, 1, 0) && bytes.length > 22) return Optional.of("image/x-icon");
        return isAvif(bytes) ? Optional.of("image/avif") : Optional.empty();
    }

    private static boolean isAvif(byte[] bytes) {
        if (!starts(bytes, 4, 'f', 't', 'y', 'p') || bytes.length < 12) return false;
        var brand = new String(bytes, 8, 4, StandardCharsets.ISO_8859_1);
        return brand.equals("avif") || brand.equals("avis");
    }

    private static boolean starts(byte[] bytes, int at, int... beginning) {
        if (bytes.length < at + beginning.length) return false;
        for (int i = 0; i < beginning.length; i++) if ((bytes[at + i] & 0xFF) != beginning[i]) return false;
        return true;
    }
}
