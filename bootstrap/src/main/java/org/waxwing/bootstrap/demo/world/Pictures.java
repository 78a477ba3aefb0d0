package org.waxwing.bootstrap.demo.world;

import org.waxwing.bootstrap.demo.mime.Png;

/** The pictures people send each other, drawn from formulas. */
final class Pictures {
    private Pictures() {}

    /** @throws IllegalArgumentException for a motif nobody can draw */
    static byte[] png(String motif) {
        return switch (motif) {
            case "spectrogram" -> spectrogram();
            case "chart" -> chart();
            case "plan" -> plan();
            case "board" -> board();
            case "sunset" -> sunset();
            case "logo" -> logo();
            default -> throw new IllegalArgumentException("No such motif: " + motif);
        };
    }

    /** Time to the right, pitch upwards: two birds that sing in turns over a low hum. */
    private static byte[] spectrogram() {
        var png = new Png(420, 180, 0x10131A);
        for (int x = 0; x < png.width(); x++) {
            for (int y = 0; y < png.height(); y++) {
                var pitch = png.height() - y;
                var noise = ((x * 7919 + y * 104729) ^ (x * y)) & 31;
                var hum = Math.max(0, 90 - Math.abs(pitch - 22) * 9);
                var thrush = call(x % 140, pitch, 20, 90, 95 + 26 * Math.sin(x / 7.0));
                var wren = call((x + 70) % 140, pitch, 10, 55, 150 + 10 * Math.sin(x / 2.2));
                var level = Math.min(255, (int) (noise + hum + thrush + wren));
                png.dot(x, y, heat(level));
            }
        }
        return png.toBytes();
    }

    private static double call(int phase, int pitch, int from, int to, double centre) {
        if (phase < from || phase > to) return 0;
        return Math.max(0, 230 - Math.abs(pitch - centre) * 34);
    }

    private static int heat(int level) {
        var red = Math.min(255, level * 2);
        var green = Math.max(0, Math.min(255, level * 2 - 180));
        var blue = Math.max(20, 120 - level / 2);
        return red << 16 | green << 8 | blue;
    }

    private static byte[] chart() {
        var png = new Png(420, 220, 0xFFFFFF);
        for (int y = 20; y <= 180; y += 40) png.rectangle(40, y, 360, 1, 0xD8DDE3);
        int[] values = {42, 55, 51, 78, 96, 88, 120, 131, 109, 142};
        for (int i = 0; i < values.length; i++) {
            png.rectangle(52 + i * 35, 180 - values[i], 22, values[i], i == 9 ? 0xC2542D : 0x2F6F73);
        }
        png.rectangle(40, 180, 360, 2, 0x30363D);
        return png.toBytes();
    }

    private static byte[] plan() {
        var png = new Png(440, 260, 0xFBFAF6);
        int[][] rooms = {{20, 20, 240, 120}, {260, 20, 160, 70}, {260, 90, 160, 150}, {20, 140, 120, 100},
                {140, 140, 120, 100}};
        for (var room : rooms) {
            png.rectangle(room[0], room[1], room[2], 3, 0x2B2F36);
            png.rectangle(room[0], room[1] + room[3], room[2], 3, 0x2B2F36);
            png.rectangle(room[0], room[1], 3, room[3], 0x2B2F36);
            png.rectangle(room[0] + room[2], room[1], 3, room[3] + 3, 0x2B2F36);
        }
        for (int i = 0; i < 5; i++) png.rectangle(40 + i * 42, 45, 30, 18, 0x8FB3A5);
        for (int i = 0; i < 5; i++) png.rectangle(40 + i * 42, 100, 30, 18, 0x8FB3A5);
        png.disc(340, 165, 34, 0xD9B26F);
        png.rectangle(180, 139, 36, 5, 0xFBFAF6);
        return png.toBytes();
    }

    private static byte[] board() {
        var png = new Png(420, 240, 0x24563F);
        png.rectangle(150, 80, 110, 80, 0x1A1B1E);
        for (int i = 0; i < 12; i++) {
            png.rectangle(155 + i * 9, 72, 4, 8, 0xC9C3A8);
            png.rectangle(155 + i * 9, 160, 4, 8, 0xC9C3A8);
            png.line(157 + i * 9, 168, 40 + i * 30, 225, 0x3C7A5B);
            png.line(157 + i * 9, 72, 30 + i * 32, 15, 0x3C7A5B);
        }
        png.disc(60, 120, 26, 0xB9A06A);
        png.disc(60, 120, 18, 0x2A2C30);
        png.rectangle(320, 95, 60, 50, 0xA9ADB3);
        png.disc(352, 40, 7, 0xE0512F);
        return png.toBytes();
    }

    private static byte[] sunset() {
        var png = new Png(440, 240, 0);
        for (int y = 0; y < 150; y++) {
            png.rectangle(0, y, 440, 1, (90 + y) << 16 | (60 + y / 2) << 8 | Math.max(40, 130 - y / 2));
        }
        png.disc(300, 128, 26, 0xFFD27A);
        for (int y = 150; y < 240; y++) png.rectangle(0, y, 440, 1, 0x1C2B3A + (y - 150) / 3 * 0x010101);
        for (int i = 0; i < 40; i++) png.rectangle(270 + (i * 37) % 60, 152 + i * 2, 18 - i / 4, 1, 0xE8A95B);
        for (int x = 0; x < 440; x++) png.rectangle(x, 146 - (int) (9 + 7 * Math.sin(x / 31.0)), 1, 12, 0x20242E);
        return png.toBytes();
    }

    private static byte[] logo() {
        var png = new Png(160, 48, 0xFFFFFF);
        png.disc(24, 24, 20, 0x2F6F73);
        png.disc(30, 19, 11, 0xFFFFFF);
        for (int i = 0; i < 6; i++) png.rectangle(60 + i * 15, 24 - (i % 3) * 6, 8, 4 + (i % 3) * 12, 0xC2542D);
        return png.toBytes();
    }
}
