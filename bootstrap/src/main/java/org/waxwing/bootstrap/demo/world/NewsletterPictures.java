package org.waxwing.bootstrap.demo.world;

import org.waxwing.bootstrap.demo.mime.Png;

/** The pictures of newsletters, drawn from their names: another name is another picture. */
public final class NewsletterPictures {
    private NewsletterPictures() {}

    /** The picture at a path. */
    public static byte[] png(String path) {
        int seed = path.hashCode();
        return path.contains("logo") ? logo() : landscape(seed);
    }

    private static byte[] logo() {
        var png = new Png(88, 88, 0xF6EFE4);
        png.disc(44, 44, 34, 0xA5331F);
        png.disc(44, 36, 14, 0xF6EFE4);
        return png.toBytes();
    }

    /** Hills under a sky, with a sun or a moon. */
    private static byte[] landscape(int seed) {
        int[][] palettes = {{0xF7D9B0, 0xD98A5B, 0x7A4B3A, 0x3B2A2F}, {0xCFE3EA, 0x8FB3B8, 0x4F7C7A, 0x24443F},
                {0xE9DDF0, 0xB69AC4, 0x6F5A8A, 0x372F52}, {0xF4EBC8, 0xC9B36A, 0x7F7A3E, 0x3D421F}};
        var colours = palettes[Math.floorMod(seed, palettes.length)];
        var png = new Png(536, 240, colours[0]);
        png.disc(90 + Math.floorMod(seed >> 4, 340), 70, 34, 0xFFF7E6);
        for (int hill = 1; hill < colours.length; hill++) {
            double phase = Math.floorMod(seed >> (hill * 5), 100) / 16.0;
            for (int x = 0; x < png.width(); x++) {
                int top = (int) (70 + hill * 40 + 26 * Math.sin(x / (40.0 + 22 * hill) + phase));
                png.rectangle(x, top, 1, png.height() - top, colours[hill]);
            }
        }
        return png.toBytes();
    }
}
