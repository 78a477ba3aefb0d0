package org.waxwing.domain.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UntrustedTextTest {
    private static final String DUCK = "\uD83E\uDD86";

    @Test
    void keeps_text_as_it_was_written() {
        assertThat(new UntrustedText("<b>Ünï</b> " + DUCK + "\r\n\tx").value())
                .isEqualTo("<b>Ünï</b> " + DUCK + "\r\n\tx");
    }

    @ParameterizedTest
    @CsvSource({
            "'a\u0000b', 'a\uFFFDb'",
            "'\u0000', '\uFFFD'",
            "'\uD83E', '\uFFFD'",
            "'\uDD86', '\uFFFD'",
            "'\uDD86\uD83E', '\uFFFD\uFFFD'",
            "'\uD83E\uD83E\uDD86', '\uFFFD\uD83E\uDD86'",
            "'x\uD83E\uDD86\uDD86', 'x\uD83E\uDD86\uFFFD'"})
    void replaces_what_can_be_stored_nowhere(String written, String kept) {
        assertThat(new UntrustedText(written).value()).isEqualTo(kept);
    }

    @Test
    void is_always_storable_whatever_was_written() {
        var random = new Random(11);
        var hostile = new char[]{0, 'a', '\uD83E', '\uDD86', '\uDBFF', '\uDC00', '\uFFFF', ' '};
        for (int round = 0; round < 5_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) text.append(hostile[random.nextInt(hostile.length)]);

            var value = new UntrustedText(text.toString()).value();

            assertThat(value).hasSameSizeAs(text).doesNotContain("\0");
            assertThat(new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(value);
            assertThat(new UntrustedText(value).value()).isEqualTo(value);
        }
    }

    @Test
    void clips_to_whole_characters() {
        var text = new UntrustedText("a" + DUCK + "b");

        assertThat(text.clipped(0)).isEqualTo(UntrustedText.EMPTY);
        assertThat(text.clipped(1).value()).isEqualTo("a");
        assertThat(text.clipped(2).value()).isEqualTo("a" + DUCK);
        assertThat(text.clipped(3)).isSameAs(text);
        assertThat(text.clipped(4)).isSameAs(text);
    }

    @Test
    void refuses_to_clip_to_less_than_nothing() {
        assertThatThrownBy(() -> new UntrustedText("a").clipped(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\t \n", "\u0085", "\u009f", "\u00a0", "\u3000", "\u2003", "\u2028", "\u2029",
            "\u202e", "\u2066", "\u200b", "\ufeff", "\u00ad", "\u061c", "\u0007", "\u001b"})
    void makes_one_space_of_everything_that_is_not_seen(String unseen) {
        assertThat(new UntrustedText(unseen + "one" + unseen + unseen + "two" + unseen).onOneLine().value())
                .isEqualTo("one two");
        assertThat(new UntrustedText("one" + unseen + "two").onOneLine().value()).isEqualTo("one two");
    }

    @Test
    void puts_megabytes_on_one_line() {
        var text = new UntrustedText(" \n".repeat(1_000_000) + "x" + "\t".repeat(1_000_000));

        assertThat(text.onOneLine().value()).isEqualTo("x");
    }

    @Test
    void is_blank_when_nothing_was_written() {
        assertThat(UntrustedText.EMPTY.isBlank()).isTrue();
        assertThat(new UntrustedText(" \n").isBlank()).isTrue();
        assertThat(new UntrustedText("\0").isBlank()).isFalse();
    }
}
