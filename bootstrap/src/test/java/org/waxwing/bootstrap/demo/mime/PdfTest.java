package org.waxwing.bootstrap.demo.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PdfTest {
    @Test
    void points_to_every_object_where_it_is() {
        var pdf = text(Pdf.of("offer.pdf", List.of("# Offer (draft)", "---", "Größe\t12,50 €")));

        var entries = Pattern.compile("(\\d{10}) 00000 n").matcher(pdf);
        for (int object = 1; entries.find(); object++) {
            assertThat(pdf.substring(Integer.parseInt(entries.group(1)))).startsWith(object + " 0 obj");
        }
        var table = Integer.parseInt(pdf.replaceFirst("(?s).*startxref\n(\\d+)\n.*", "$1"));
        assertThat(pdf.substring(table)).startsWith("xref");
    }

    @Test
    void starts_another_page_when_one_is_full() {
        var pdf = text(Pdf.of("list.pdf", Collections.nCopies(50, "line")));

        assertThat(pdf).contains("/Count 2");
    }

    @Test
    void escapes_what_would_end_a_string() {
        assertThat(text(Pdf.of("a.pdf", List.of("a (b) \\ c")))).contains("(a \\(b\\) \\\\ c) Tj");
    }

    private static String text(byte[] pdf) {
        return new String(pdf, ISO_8859_1);
    }
}
