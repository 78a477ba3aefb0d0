package org.waxwing.bootstrap.demo.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A PNG (RFC 2083) of true colour pixels, encoded by hand: no graphics toolkit has to be loaded for it. */
public final class Png {
    private final int width;
    private final int height;
    private final byte[] pixels;

    public Png(int width, int height, int background) {
        this.width = width;
        this.height = height;
        this.pixels = new byte[width * height * 3];
        rectangle(0, 0, width, height, background);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Sets one pixel to {@code 0xRRGGBB}; outside the picture nothing happens. */
    public void dot(int x, int y, int colour) {
        if (x < 0 || y < 0 || x >= width || y >= height) return;
        var at = (y * width + x) * 3;
        pixels[at] = (byte) (colour >> 16);
        pixels[at + 1] = (byte) (colour >> 8);
        pixels[at + 2] = (byte) colour;
    }

    public void rectangle(int left, int top, int width, int height, int colour) {
        for (int y = top; y < top + height; y++) for (int x = left; x < left + width; x++) dot(x, y, colour);
    }

    public void disc(int centreX, int centreY, int radius, int colour) {
        for (int y = -radius; y <= radius; y++) {
            for (int x = -radius; x <= radius; x++) {
                if (x * x + y * y <= radius * radius) dot(centreX + x, centreY + y, colour);
            }
        }
    }

    public void line(int x1, int y1, int x2, int y2, int colour) {
        var steps = Math.max(1, Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1)));
        for (int i = 0; i <= steps; i++) {
            var x = x1 + (x2 - x1) * i / steps;
            var y = y1 + (y2 - y1) * i / steps;
            dot(x, y, colour);
            dot(x, y + 1, colour);
        }
    }

    /** The file's octets. */
    public byte[] toBytes() {
        var raw = new byte[(width * 3 + 1) * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, y * width * 3, raw, y * (width * 3 + 1) + 1, width * 3);
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put(new byte[]{8, 2, 0, 0, 0});
        chunk(out, "IHDR", header.array());
        chunk(out, "IDAT", deflated(raw));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] raw) {
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(raw);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!deflater.finished()) out.write(buffer, 0, deflater.deflate(buffer));
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        var crc = new CRC32();
        crc.update(type.getBytes(US_ASCII));
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(type.getBytes(US_ASCII));
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
