package org.waxwing.preview.pdfbox.worker;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Draws bitmaps smaller. What they are is told by their bytes; an image with far too many pixels is none. */
final class Bitmaps {
    private static final long MOST_PIXELS = 400_000_000;
    // read at once; beyond it rows and columns are left out while reading
    private static final long READ_AT_ONCE = 8_000_000;

    private Bitmaps() {}

    static Worker.Painted paint(byte[] file, int page, int edge) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) throw new IOException("No image that is known here");
            var reader = readers.next();
            try {
                reader.setInput(in, false, true);
                boolean tiff = reader.getFormatName().equalsIgnoreCase("tif")
                        || reader.getFormatName().equalsIgnoreCase("tiff");
                int pages = tiff ? Math.max(1, reader.getNumImages(true)) : 1;
                if (page > pages) throw new IOException("There is no such page");
                var turned = Orientation.of(file);
                return new Worker.Painted(smaller(read(reader, page - 1, edge), edge, turned), pages);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage read(ImageReader reader, int index, int edge) throws IOException {
        int width = reader.getWidth(index);
        int height = reader.getHeight(index);
        long pixels = (long) width * height;
        if (width < 1 || height < 1 || pixels > MOST_PIXELS) throw new IOException("Too many pixels");
        var how = reader.getDefaultReadParam();
        if (pixels > READ_AT_ONCE) {
            int enough = Math.max(width, height) / (2 * edge);
            int bearable = (int) Math.ceil(Math.sqrt((double) pixels / READ_AT_ONCE));
            int step = Math.max(enough, bearable);
            how.setSourceSubsampling(step, step, 0, 0);
        }
        return reader.read(index, how);
    }

    private static BufferedImage smaller(BufferedImage image, int edge, Orientation turned) {
        double scale = Math.min(1, (double) edge / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var halved = image;
        // one step to less than half would leave pixels out
        while (halved.getWidth() > 2 * width && halved.getHeight() > 2 * height)
            halved = drawn(halved, halved.getWidth() / 2, halved.getHeight() / 2, Orientation.UPRIGHT);
        return drawn(halved, width, height, turned);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height, Orientation turned) {
        boolean sees = image.getColorModel().hasAlpha();
        var target = new BufferedImage(
                turned.swaps() ? height : width,
                turned.swaps() ? width : height,
                sees ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = target.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        if (!sees) {
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, target.getWidth(), target.getHeight());
        }
        canvas.transform(turned.upright(width, height));
        canvas.drawImage(
                image,
                AffineTransform.getScaleInstance((double) width / image.getWidth(),
                        (double) height / image.getHeight()),
                null);
        canvas.dispose();
        return target;
    }
}
