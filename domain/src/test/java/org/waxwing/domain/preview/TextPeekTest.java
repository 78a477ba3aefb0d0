package org.waxwing.domain.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPeekTest {
    private static String read(byte[] bytes) {
        return TextPeek.of(bytes, false).text().value();
    }

    @ParameterizedTest
    @CsvSource({
            "UTF-8, Grüße 🦆 你好", "windows-1252, Grüße – “so”", "GB18030, 您好，会议改到周三上午十点", "Shift_JIS, 会議は水曜日です",
            "EUC-JP, 会議は水曜日です", "Big5, 您好，會議改到週三上午十點", "EUC-KR, 회의는 수요일입니다", "UTF-16, Grüße 你好"
    })
    void reads_text_in_whatever_characters_it_was_written(String charset, String text) {
        assertThat(read(text.getBytes(Charset.forName(charset)))).isEqualTo(text);
    }

    @Test
    void drops_the_mark_of_utf_8() {
        assertThat(read("\uFEFFHi".getBytes(StandardCharsets.UTF_8))).isEqualTo("Hi");
    }

    @Test
    void is_not_misled_by_a_character_that_was_cut() {
        var bytes = "Grüße an 你".getBytes(StandardCharsets.UTF_8);

        var peek = TextPeek.of(Arrays.copyOf(bytes, bytes.length - 1), true);

        assertThat(peek.text().value()).isEqualTo("Grüße an ");
        assertThat(peek.clipped()).isTrue();
    }

    @Test
    void reads_something_of_everything() {
        var all = new byte[256];
        for (int i = 0; i < all.length; i++) all[i] = (byte) i;

        assertThat(read(all)).contains("ABC").doesNotContain("\0");
        assertThat(read(new byte[0])).isEmpty();
        assertThat(read("a\r\nb\rc".getBytes(StandardCharsets.US_ASCII))).isEqualTo("a\nb\nc");
    }
}
