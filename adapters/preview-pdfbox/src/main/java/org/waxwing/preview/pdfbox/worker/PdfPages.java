package org.waxwing.preview.pdfbox.worker;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws pages of PDF files. Scripts, forms that act and whatever would be fetched play no part in drawing. */
final class PdfPages {
    // 200 inches, the longest that most programs know (ISO 32000-1, annex C)
    private static final float LONGEST = 14_400;
    private static final float LARGEST_SCALE = 6;
    private static final long MOST_PIXELS = 40_000_000;

    private PdfPages() {}

    static Worker.Painted paint(byte[] file, int page, int edge) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            int pages = document.getNumberOfPages();
            if (page > pages) throw new IOException("There is no such page");
            var box = document.getPage(page - 1).getCropBox();
            float longer = Math.max(box.getWidth(), box.getHeight());
            if (!(box.getWidth() > 0 && box.getHeight() > 0 && longer <= LONGEST))
                throw new IOException("A page of no size");
            var renderer = new WithoutHugeImages(document);
            // what is larger than what is drawn is read in steps
            renderer.setSubsamplingAllowed(true);
            var scale = Math.min(LARGEST_SCALE, edge / longer);
            return new Worker.Painted(renderer.renderImage(page - 1, scale, ImageType.RGB), pages);
        }
    }

    /** Leaves out images that would take all memory there is. */
    private static final class WithoutHugeImages extends PDFRenderer {
        WithoutHugeImages(PDDocument document) {
            super(document);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PageDrawer(parameters) {
                @Override
                public void drawImage(PDImage image) throws IOException {
                    if ((long) image.getWidth() * image.getHeight() <= MOST_PIXELS) super.drawImage(image);
                }
            };
        }
    }
}
