package org.waxwing.preview.pdfbox.worker;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import javax.imageio.ImageIO;

/**
 * Serves one order after the other until nobody asks any more. An order is kind, page, longer side and length of the
 * file, followed by its bytes; the answer is the number of pages, 0 when nothing could be drawn, and the length of a PNG
 * image, followed by its bytes.
 */
public final class Worker {
    /** The kind of a bitmap. */
    public static final int IMAGE = 1;
    /** The kind of a PDF file. */
    public static final int PDF = 2;

    private Worker() {}

    /** A picture of one of several pages. */
    record Painted(BufferedImage image, int pages) {}

    /** Runs until the input ends. */
    public static void main(String[] none) throws IOException {
        var answers = System.out;
        // nothing that a library prints may come between the answers
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        ImageIO.setUseCache(false);
        serve(System.in, answers);
    }

    private static void serve(InputStream orders, OutputStream answers) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(orders));
        var out = new DataOutputStream(new BufferedOutputStream(answers));
        while (true) {
            int kind = in.read();
            if (kind < 0) return;
            int page = in.readInt();
            int edge = in.readInt();
            var file = in.readNBytes(in.readInt());
            answer(out, kind, page, edge, file);
        }
    }

    private static void answer(DataOutputStream out, int kind, int page, int edge, byte[] file) throws IOException {
        var png = new ByteArrayOutputStream();
        int pages = 0;
        try {
            var painted = kind == PDF ? PdfPages.paint(file, page, edge) : Bitmaps.paint(file, page, edge);
            ImageIO.write(painted.image(), "png", png);
            pages = painted.pages();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // whatever is wrong with the file, there is no picture of it
            png.reset();
            pages = 0;
        }
        out.writeInt(pages);
        out.writeInt(png.size());
        png.writeTo(out);
        out.flush();
    }
}
