package org.waxwing.preview.pdfbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.RawMessage;
import org.waxwing.domain.preview.Drawing;
import org.waxwing.domain.preview.Drawing.Kind;
import org.waxwing.domain.preview.Picture;

/** Files that are what they seem are drawn; whatever the others do costs a picture and nothing more. */
class ProcessPainterTest {
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));
    private static final ProcessPainter PAINTER = new ProcessPainter();
    /** For files of which nothing is expected but that they come to an end. */
    private static final ProcessPainter IMPATIENT = new ProcessPainter(Duration.ofSeconds(5));

    @AfterAll
    static void end() {
        PAINTER.close();
        IMPATIENT.close();
    }

    private static Optional<Picture> paint(byte[] file, Kind kind, int page, int edge) {
        return paint(PAINTER, file, kind, page, edge);
    }

    private static Optional<Picture> paint(ProcessPainter painter, byte[] file, Kind kind, int page, int edge) {
        return painter.paint(new Drawing(ACCOUNT, id(file), kind, page, edge), RawMessage.of(file));
    }

    private static BlobId id(byte[] file) {
        try {
            return new BlobId(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static BufferedImage seen(Optional<Picture> picture) throws IOException {
        return ImageIO.read(picture.orElseThrow().open());
    }

    private static byte[] image(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                image.setRGB(x, y, x < width / 2 ? Color.RED.getRGB() : Color.BLUE.getRGB());
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static byte[] pdf(int pages, String password) throws IOException {
        try (var document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.setNonStrokingColor(Color.RED);
                    content.addRect(0, 0, 300, 842);
                    content.fill();
                }
            }
            if (!password.isEmpty())
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    /** A PDF file with one object more than it needs, written by hand so that it can lie. */
    private static byte[] written(String pageEntries, String objectHead, byte[] stream) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]" + pageEntries + ">>endobj\n"
                + "4 0 obj<<" + objectHead + "/Length " + stream.length + ">>stream\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(stream);
        out.writeBytes("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    /** So many megabytes of zeros, deflated. A part that knows nothing of what was before it is the same every time. */
    private static byte[] zeros(int megabytes) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        var part = new byte[1 << 13];
        var out = new ByteArrayOutputStream();
        deflater.setInput(new byte[1 << 20]);
        out.write(part, 0, deflater.deflate(part, 0, part.length, Deflater.FULL_FLUSH));
        if (megabytes > 1) {
            deflater.setInput(new byte[1 << 20]);
            int again = deflater.deflate(part, 0, part.length, Deflater.FULL_FLUSH);
            for (int i = 1; i < megabytes; i++) out.write(part, 0, again);
        }
        // the checksum behind a longer one is wrong, and comes after everything that matters
        deflater.finish();
        out.write(part, 0, deflater.deflate(part));
        deflater.end();
        return out.toByteArray();
    }

    @Test
    void draws_images_smaller_and_in_their_proportions() throws IOException {
        for (var format : new String[]{"png", "jpg", "gif", "bmp", "tiff"}) {
            var picture = paint(image(format, 600, 300), Kind.IMAGE, 1, 100);

            assertThat(picture.orElseThrow().pages()).as(format).isEqualTo(1);
            var seen = seen(picture);
            assertThat(seen.getWidth()).as(format).isEqualTo(100);
            assertThat(seen.getHeight()).as(format).isEqualTo(50);
            assertThat(new Color(seen.getRGB(10, 25)).getRed()).as(format).isGreaterThan(200);
            assertThat(new Color(seen.getRGB(90, 25)).getBlue()).as(format).isGreaterThan(200);
        }
    }

    @Test
    void draws_no_image_larger_than_it_is() throws IOException {
        assertThat(seen(paint(image("png", 20, 10), Kind.IMAGE, 1, 500)).getWidth()).isEqualTo(20);
    }

    @Test
    void turns_photographs_as_they_were_held() throws IOException {
        var photograph = image("jpg", 300, 200);
        var exif = HexFormat.of().parseHex("ffe1002245786966000049492a00080000000100120103000100000006000000"
                + "00000000");
        var turned = new ByteArrayOutputStream();
        turned.write(photograph, 0, 2);
        turned.writeBytes(exif);
        turned.write(photograph, 2, photograph.length - 2);

        var seen = seen(paint(turned.toByteArray(), Kind.IMAGE, 1, 150));

        assertThat(seen.getWidth()).isEqualTo(100);
        assertThat(seen.getHeight()).isEqualTo(150);
        assertThat(new Color(seen.getRGB(50, 10)).getRed()).isGreaterThan(200);
        assertThat(new Color(seen.getRGB(50, 140)).getBlue()).isGreaterThan(200);
    }

    @Test
    void draws_pages_and_counts_them() throws IOException {
        var file = pdf(3, "");

        var picture = paint(file, Kind.PDF, 2, 842);

        assertThat(picture.orElseThrow().pages()).isEqualTo(3);
        var seen = seen(picture);
        assertThat(seen.getHeight()).isBetween(840, 843);
        assertThat(new Color(seen.getRGB(100, 400))).isEqualTo(Color.RED);
        assertThat(new Color(seen.getRGB(500, 400))).isEqualTo(Color.WHITE);
        assertThat(paint(file, Kind.PDF, 4, 842)).isEmpty();
    }

    @Test
    void draws_nothing_of_what_is_broken_protected_or_something_else() throws IOException {
        var broken = pdf(1, "");

        assertThat(paint(pdf(1, "secret"), Kind.PDF, 1, 100)).isEmpty();
        assertThat(paint("%PDF-1.7\nnothing".getBytes(StandardCharsets.US_ASCII), Kind.PDF, 1, 100)).isEmpty();
        assertThat(paint("<html>".getBytes(StandardCharsets.US_ASCII), Kind.IMAGE, 1, 100)).isEmpty();
        assertThat(paint(new byte[0], Kind.IMAGE, 1, 100)).isEmpty();
        assertThat(paint(Arrays.copyOf(broken, 40), Kind.PDF, 1, 100)).isEmpty();
        assertThat(paint(image("png", 9, 9), Kind.PDF, 1, 100)).isEmpty();
    }

    @Test
    void draws_nothing_of_an_image_that_says_it_is_enormous() throws IOException {
        var bomb = image("png", 10, 10);
        // width and height in the header, with the checksum that belongs to them
        var header = ByteBuffer.wrap(bomb);
        header.putInt(16, 60_000).putInt(20, 60_000);
        var sum = new CRC32();
        sum.update(bomb, 12, 17);
        header.putInt(29, (int) sum.getValue());

        assertThat(paint(bomb, Kind.IMAGE, 1, 100)).isEmpty();
        assertStillDraws(PAINTER);
    }

    @Test
    void survives_files_that_become_enormous() throws IOException {
        var content = written("/Contents 4 0 R", "/Filter/FlateDecode", zeros(2 << 10));
        var image = written("/Contents 5 0 R/Resources<</XObject<</I 4 0 R>>>>",
                "/Type/XObject/Subtype/Image/Width 40000/Height 40000/BitsPerComponent 8/ColorSpace/DeviceRGB"
                        + "/Filter/FlateDecode",
                zeros(1));

        paint(IMPATIENT, content, Kind.PDF, 1, 100);
        paint(IMPATIENT, image, Kind.PDF, 1, 100);

        assertStillDraws(IMPATIENT);
    }

    @Test
    void ends_what_takes_too_long() throws IOException {
        // squares in squares, a billion of them
        var forms = "q 1 0 0 1 0 0 cm /F Do Q ".repeat(4);
        var endless = written("/Contents 4 0 R/Resources<</XObject<</F 4 0 R>>>>",
                "/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Resources<</XObject<</F 4 0 R>>>>",
                (forms + "0 0 10 10 re f ").repeat(20_000).getBytes(StandardCharsets.US_ASCII));
        try (var hasty = new ProcessPainter(Duration.ofMillis(1))) {
            assertThat(paint(hasty, endless, Kind.PDF, 1, 100)).isEmpty();
        }
        var before = System.nanoTime();

        paint(IMPATIENT, endless, Kind.PDF, 1, 100);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
        assertStillDraws(IMPATIENT);
    }

    private static void assertStillDraws(ProcessPainter painter) throws IOException {
        assertThat(paint(painter, image("png", 30, 30), Kind.IMAGE, 1, 10)).isPresent();
    }

    @Test
    void remembers_what_was_drawn_within_bounds() throws IOException {
        var file = image("png", 40, 40);
        var asked = new AtomicInteger();
        var remembering = new RememberingPainter((drawing, bytes) -> {
            asked.incrementAndGet();
            return drawing.page() == 9 ? Optional.empty() : Optional.of(new Picture(new byte[1_000], 1));
        }, 4_000);

        for (int page : new int[]{1, 1, 2, 1, 3, 2, 1, 9, 9})
            remembering.paint(new Drawing(ACCOUNT, id(file), Kind.PDF, page, 10), RawMessage.of(file));

        assertThat(asked).hasValue(7);
    }

    @Test
    void takes_along_everything_that_the_other_process_needs() throws IOException {
        try (var classes = Files.list(Path.of("target/classes/org/waxwing/preview/pdfbox/worker"))) {
            assertThat(classes.map(it -> it.getFileName().toString().replace(".class", ""))
                    .filter(name -> !name.equals("package-info")))
                    .containsExactlyInAnyOrderElementsOf(Installation.CLASSES);
        }
    }
}
