package org.waxwing.web.rest.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DispositionTest {
    @Test
    void gives_a_plain_name_twice() {
        assertThat(Disposition.attachment("report.pdf"))
                .isEqualTo("attachment; filename=\"report.pdf\"; filename*=UTF-8''report.pdf");
    }

    @Test
    void keeps_every_script_for_clients_that_can_read_it() {
        assertThat(Disposition.inline("größe 图.png"))
                .isEqualTo("inline; filename=\"gro_e _.png\"; filename*=UTF-8''gr%C3%B6%C3%9Fe%20%E5%9B%BE.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "a\"; filename=evil.html", "a\r\nSet-Cookie: x=1", "..\\..\\windows\\system.ini", "../../etc/passwd",
            "C:\\x",
            "a%22;b", "a\0b", "  ", "...", "", "x\u2028y", "<script>", "a\tb"
    })
    void lets_no_name_end_the_header_or_name_a_folder(String name) {
        assertThat(Disposition.attachment(name))
                .matches(
                        "attachment; filename=\"[\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e]+\"; filename\\*=UTF-8''[\\w!#$&+.^`|~%-]+")
                .doesNotContain("..\\", "../", "/");
    }

    @Test
    void shows_the_real_ending_of_a_name_that_is_turned_around() {
        assertThat(Disposition.attachment("photo\u202Egnp.exe")).contains("filename=\"photognp.exe\"");
    }

    @Test
    void cuts_a_long_name_before_its_ending() {
        var header = Disposition.attachment("x".repeat(400) + ".pdf");

        assertThat(header).contains("x.pdf\"").hasSizeLessThan(400);
    }
}
