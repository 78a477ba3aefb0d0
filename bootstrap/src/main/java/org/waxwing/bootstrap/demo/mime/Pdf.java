package org.waxwing.bootstrap.demo.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A PDF 1.4 document of text lines on A4, made by hand: catalogue, pages, two standard fonts, one stream a page. */
public final class Pdf {
    private static final int LINES_A_PAGE = 44;
    private static final Charset WIN_ANSI = Charset.forName("windows-1252");

    private Pdf() {}

    /**
     * Lays out the lines in Helvetica. A line that starts with {@code # } is a heading; {@code ---} is a rule; a tab
     * starts the right-hand column.
     */
    public static byte[] of(String title, List<String> lines) {
        var pages = new ArrayList<String>();
        for (int from = 0; from == 0 || from < lines.size(); from += LINES_A_PAGE) {
            pages.add(content(lines.subList(from, Math.min(lines.size(), from + LINES_A_PAGE))));
        }
        var objects = new ArrayList<String>();
        var kids = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) kids.append(6 + 2 * i).append(" 0 R ");
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        objects.add("<< /Type /Pages /Kids [" + kids.toString().strip() + "] /Count " + pages.size() + " >>");
        objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
        objects.add("<< /Title (" + escaped(title) + ") /Producer (Waxwing demo) >>");
        for (int i = 0; i < pages.size(); i++) {
            objects.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + (7 + 2 * i)
                    + " 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>");
            objects.add("<< /Length " + pages.get(i).length() + " >>\nstream\n" + pages.get(i) + "\nendstream");
        }
        return file(objects);
    }

    /** All strings here hold one octet per char, so that lengths and offsets are octets. */
    private static byte[] file(List<String> objects) {
        var out = new StringBuilder("%PDF-1.4\n%\u00E2\u00E3\u00CF\u00D3\n");
        var offsets = new ArrayList<Integer>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(out.length());
            out.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        var table = out.length();
        out.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        for (var offset : offsets) out.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset));
        out.append("trailer\n<< /Size ")
                .append(objects.size() + 1)
                .append(" /Root 1 0 R /Info 5 0 R >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return out.toString().getBytes(ISO_8859_1);
    }

    private static String content(List<String> lines) {
        var out = new StringBuilder();
        var y = 780;
        for (var line : lines) {
            if (line.equals("---")) {
                out.append("0.5 w 60 ").append(y + 4).append(" m 535 ").append(y + 4).append(" l S\n");
            } else if (line.startsWith("# ")) {
                show(out, "/F2 16", 60, y, line.substring(2));
            } else {
                var tab = line.indexOf('\t');
                show(out, "/F1 10.5", 60, y, tab < 0 ? line : line.substring(0, tab));
                if (tab >= 0) show(out, "/F1 10.5", 400, y, line.substring(tab + 1));
            }
            y -= 16;
        }
        return out.toString();
    }

    private static void show(StringBuilder out, String font, int x, int y, String text) {
        if (text.isEmpty()) return;
        out.append("BT ").append(font).append(" Tf ").append(x).append(' ').append(y).append(" Td (");
        out.append(escaped(text)).append(") Tj ET\n");
    }

    private static String escaped(String text) {
        var octets = new String(text.getBytes(WIN_ANSI), ISO_8859_1);
        return octets.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    }
}
