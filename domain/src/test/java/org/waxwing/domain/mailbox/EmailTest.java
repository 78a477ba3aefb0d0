package org.waxwing.domain.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailTest {
    private static String preview(String text) {
        return anEmail().text(text).build().preview().value();
    }

    @ParameterizedTest
    @CsvSource({
            "'Hello\r\n\r\n  Ada', 'Hello Ada'",
            "'> what you said\r\nYes.', 'Yes.'",
            "'>> older\n> old\n', ''",
            "'', ''",
            "' \n\t ', ''",
            "'a > b', 'a > b'"})
    void previews_the_first_words_without_quotes(String text, String preview) {
        assertThat(preview(text)).isEqualTo(preview);
    }

    @Test
    void previews_a_line_and_no_more() {
        assertThat(preview("duck ".repeat(1_000_000))).hasSize(256).startsWith("duck duck");
    }

    @Test
    void never_cuts_a_character_in_two() {
        var preview = anEmail().text("\uD83E\uDD86".repeat(300)).build().preview();

        assertThat(preview.value()).isEqualTo("\uD83E\uDD86".repeat(256));
    }

    @Test
    void previews_neither_signatures_nor_who_is_quoted() {
        assertThat(preview("Yes.\n\nOn Monday, Klara wrote:\n> Will you?\n-- \nAnna")).isEqualTo("Yes.");
        assertThat(preview("Done.\n-----Original Message-----\nFrom: Klara")).isEqualTo("Done.");
        assertThat(preview("-- \nAnna")).isEqualTo("-- Anna");
    }
}
