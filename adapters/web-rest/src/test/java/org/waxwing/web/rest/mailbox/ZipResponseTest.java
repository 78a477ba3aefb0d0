package org.waxwing.web.rest.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ZipResponseTest {
    @Test
    void names_every_file_differently_also_where_capitals_do_not_count() {
        assertThat(ZipResponse.names(List.of("a.pdf", "A.PDF", "a.pdf", "a (2).pdf", "notes", "notes")))
                .containsExactly("a.pdf", "A (2).PDF", "a (3).pdf", "a (2) (2).pdf", "notes", "notes (2)");
    }

    @Test
    void names_no_folder_and_hides_nothing() {
        assertThat(
                ZipResponse.names(List.of("../../etc/passwd", "C:\\x.exe", "gnp\u202Eexe.txt", "", "..", "菜单 🍕.pdf")))
                .containsExactly("_.._etc_passwd", "C__x.exe", "gnpexe.txt", "attachment", "attachment (2)",
                        "菜单 🍕.pdf");
    }
}
