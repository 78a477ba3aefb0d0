package org.waxwing.preview.pdfbox.worker;

import java.awt.geom.AffineTransform;

/** How a camera was held: the tag Orientation of Exif (JEITA CP-3451, 4.6.4), which browsers obey, too. */
enum Orientation {
    UPRIGHT(1, 0, 0, 1, false),
    MIRRORED(-1, 0, 0, 1, false),
    UPSIDE_DOWN(-1, 0, 0, -1, false),
    MIRRORED_UPSIDE_DOWN(1, 0, 0, -1, false),
    MIRRORED_LEFT(0, 1, 1, 0, true),
    LEFT(0, 1, -1, 0, true),
    MIRRORED_RIGHT(0, -1, -1, 0, true),
    RIGHT(0, -1, 1, 0, true);

    private static final int TAG = 0x0112;
    private static final int MOST_ENTRIES = 200;

    private final int scaleX;
    private final int shearY;
    private final int shearX;
    private final int scaleY;
    private final boolean swaps;

    Orientation(int scaleX, int shearY, int shearX, int scaleY, boolean swaps) {
        this.scaleX = scaleX;
        this.shearY = shearY;
        this.shearX = shearX;
        this.scaleY = scaleY;
        this.swaps = swaps;
    }

    /** Whether width and height change places. */
    boolean swaps() {
        return swaps;
    }

    /** Turns an image of this size upright. */
    AffineTransform upright(int width, int height) {
        int moveX = (scaleX < 0 ? width : 0) + (shearX < 0 ? height : 0);
        int moveY = (scaleY < 0 ? height : 0) + (shearY < 0 ? width : 0);
        return new AffineTransform(scaleX, shearY, shearX, scaleY, moveX, moveY);
    }

    /** What a JPEG file says; upright when it says nothing. */
    static Orientation of(byte[] file) {
        int at = 2;
        if (file.length < 4 || (file[0] & 0xFF) != 0xFF || (file[1] & 0xFF) != 0xD8) return UPRIGHT;
        while (at + 4 <= file.length && (file[at] & 0xFF) == 0xFF) {
            int marker = file[at + 1] & 0xFF;
            int length = number(file, at + 2, 2, true);
            if (marker == 0xDA || length < 2) break;
            if (marker == 0xE1 && isExif(file, at + 4)) return ofExif(file, at + 10);
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static boolean isExif(byte[] file, int at) {
        return at + 6 <= file.length && file[at] == 'E' && file[at + 1] == 'x' && file[at + 2] == 'i'
                && file[at + 3] == 'f';
    }

    private static Orientation ofExif(byte[] file, int start) {
        if (start + 8 > file.length) return UPRIGHT;
        boolean big = file[start] == 'M';
        int at = start + number(file, start + 4, 4, big);
        if (at < start || at + 2 > file.length) return UPRIGHT;
        int entries = Math.min(MOST_ENTRIES, number(file, at, 2, big));
        for (int i = 0; i < entries; i++) {
            int entry = at + 2 + 12 * i;
            if (entry + 12 > file.length) break;
            if (number(file, entry, 2, big) != TAG) continue;
            int value = number(file, entry + 8, 2, big);
            return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
        }
        return UPRIGHT;
    }

    private static int number(byte[] file, int at, int length, boolean big) {
        int number = 0;
        if (at < 0 || at + length > file.length) return 0;
        for (int i = 0; i < length; i++) number = number << 8 | (file[big ? at + i : at + length - 1 - i] & 0xFF);
        return number;
    }
}
