package org.waxwing.bootstrap.demo.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    private static final String LONG = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen";

    @Test
    void breaks_long_lines_at_spaces() {
        var wrapped = PlainText.wrapped(LONG);

        assertThat(wrapped.lines()).hasSize(2).allMatch(line -> line.length() <= 76);
        assertThat(wrapped.replace("\n", " ")).isEqualTo(LONG);
    }

    @Test
    void marks_soft_breaks_when_flowed_and_keeps_the_signature_line() {
        assertThat(PlainText.flowed(LONG).lines().findFirst().orElseThrow()).endsWith(" ");
        assertThat(PlainText.flowed("Bye\n-- \nMe")).isEqualTo("Bye\n-- \nMe");
    }

    @Test
    void repeats_the_marks_of_a_quotation_it_breaks() {
        assertThat(PlainText.wrapped("> " + LONG).lines()).allMatch(line -> line.startsWith("> "));
    }

    @Test
    void quotes_one_level_deeper() {
        assertThat(PlainText.quoted("a\n> b\n\nc")).isEqualTo("> a\n>> b\n>\n> c\n");
    }
}
