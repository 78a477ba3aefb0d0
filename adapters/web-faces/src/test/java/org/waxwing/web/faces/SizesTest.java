package org.waxwing.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class SizesTest {
    @Test
    void chooses_the_unit_that_keeps_the_number_small() {
        var english = Phrases.in(Locale.ENGLISH);

        assertThat(Sizes.of(0, english)).isEqualTo("0 B");
        assertThat(Sizes.of(999, english)).isEqualTo("999 B");
        assertThat(Sizes.of(1_500, english)).isEqualTo("1.5 KB");
        assertThat(Sizes.of(214_300, english)).isEqualTo("214 KB");
        assertThat(Sizes.of(3_400_000, english)).isEqualTo("3.4 MB");
        assertThat(Sizes.of(12_000_000_000L, english)).isEqualTo("12 GB");
    }

    @Test
    void writes_the_decimal_mark_of_the_language() {
        assertThat(Sizes.of(1_500, Phrases.in(Locale.GERMAN))).isEqualTo("1,5 KB");
    }
}
