package org.waxwing.web.faces.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
    private static List<String> hrefs(String text) {
        return Links.in(text).stream().map(MailText.Segment::href).filter(href -> !href.isEmpty()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "see https://example.org/a?b=c&d=1#e now|https://example.org/a?b=c&d=1#e",
            "www.example.org.|https://www.example.org",
            "(https://example.org/a)|https://example.org/a",
            "https://example.org/a_(b)|https://example.org/a_(b)",
            "<https://example.org/a>|https://example.org/a",
            "“https://example.org/a”, he said|https://example.org/a",
            "HTTPS://EXAMPLE.ORG/A!|HTTPS://EXAMPLE.ORG/A",
            "见 https://example.org/a。|https://example.org/a"
    })
    void finds_an_address_without_the_marks_around_it(String text, String href) {
        assertThat(hrefs(text)).containsExactly(href);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "mailto:a@example.org", "https://", "www.",
            "x@www.example.org", "ahttps://example.org"
    })
    void makes_no_link_of_anything_else(String text) {
        assertThat(hrefs(text)).isEmpty();
    }

    @Test
    void loses_no_character() {
        var text = "a https://example.org/x, b (www.example.org) c https:// d";

        assertThat(Links.in(text).stream().map(MailText.Segment::text).collect(Collectors.joining())).isEqualTo(text);
    }
}
