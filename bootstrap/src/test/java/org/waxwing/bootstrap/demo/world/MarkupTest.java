package org.waxwing.bootstrap.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkupTest {
    private static final String TEXT = """
            ## Three *glues*

            Sixty <cycles> & [one winner](/glue), see below.

            - cheap
            - dear

            Total :: 29.40 EUR

            -> Follow | /orders/1
            """;

    private static final Markup MARKUP = new Markup(TEXT, "https://www.glue.example");

    @Test
    void becomes_html_with_everything_escaped() {
        assertThat(MARKUP.html("#123456", "cid."))
                .contains("Three <strong>glues</strong></h2>")
                .contains("Sixty &lt;cycles&gt; &amp; <a href=\"https://www.glue.example/glue\">one winner</a>")
                .contains("<li>cheap</li><li>dear</li>")
                .contains("29.40 EUR</td>")
                .contains("background:#123456");
    }

    @Test
    void becomes_text_that_reads_without_html() {
        assertThat(MARKUP.text())
                .contains("one winner <https://www.glue.example/glue>")
                .contains("* cheap\n* dear")
                .contains("Total: 29.40 EUR")
                .endsWith("Follow: https://www.glue.example/orders/1");
    }
}
