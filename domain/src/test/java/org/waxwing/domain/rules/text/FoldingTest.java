package org.waxwing.domain.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource({
            "INVOICE,invoice", "Straße,STRASSE", "STRAẞE,strasse", "ΟΔΟΣ,οδος", "İstanbul,ISTANBUL", "ırmak,IRMAK",
            "ÅNGSTRÖM,ångström", "ПРИВЕТ,привет", "Ｆｕｌｌ,full", "ﬁne,FINE", "①,1", "Ĳssel,ijssel", "ＡＢＣ１２３,abc123"
    })
    void makes_no_difference_between_ways_to_write_the_same(String one, String other) {
        assertThat(Folding.fold(one)).isEqualTo(Folding.fold(other));
    }

    @Test
    void puts_accents_and_their_letters_together() {
        assertThat(Folding.fold("Cafe\u0301")).isEqualTo(Folding.fold("CAFÉ")).isNotEqualTo(Folding.fold("Cafe"));
    }

    @Test
    void leaves_out_what_has_no_width_and_is_put_into_words_to_hide_them() {
        assertThat(Folding.fold("in\u200bvo\u00adi\u2060ce\ufe0f\ufeff")).isEqualTo("invoice");
        assertThat(Folding.fold("in\u0007voice\u007f")).isEqualTo("invoice");
        assertThat(Folding.fold("\u202eecnavda\u202c")).isEqualTo("ecnavda");
    }

    @Test
    void makes_one_space_of_every_run_of_white_space() {
        assertThat(Folding.fold("your \t\r\n order\u00a0\u3000number")).isEqualTo("your order number");
        assertThat(Folding.fold("  x  ")).isEqualTo(" x ");
        assertThat(Folding.foldWhole(" \n x\t")).isEqualTo("x");
    }

    @Test
    void keeps_writing_that_knows_no_case_as_it_is() {
        assertThat(Folding.fold("您的订单已发货 注文 주문 🙂")).isEqualTo("您的订单已发货 注文 주문 🙂");
    }

    @Test
    void gives_a_text_that_is_so_already_back() {
        var text = "plain words, as they are";

        assertThat(Folding.fold(text)).isSameAs(text);
        assertThat(Folding.fold("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'A  B'", "Straße", "'x\u200b  y'", "ΣΊΣΥΦΟΣ", "İ"})
    void changes_nothing_the_second_time(String text) {
        assertThat(Folding.fold(Folding.fold(text))).isEqualTo(Folding.fold(text));
    }

    @Test
    void comes_to_the_same_whether_quickly_or_by_the_book() {
        for (int c = 0; c < 0xfffe; c++) {
            if (Character.isSurrogate((char) c)) continue;
            var text = "a" + (char) c + "B" + (char) c;
            var quick = QuickFolding.fold(text);
            if (quick != null) assertThat(quick).as("U+%04X", c).isEqualTo(Folding.foldAny(text));
        }
        var random = new Random(1);
        var letters = "aA ßÄéÉ\u00a0\u00ad\u200b\n漢字がカ한글ＡＺ１，。“”–€Яй🙂\t";
        for (int run = 0; run < 5_000; run++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                int at = random.nextInt(letters.length());
                text.append(Character.isSurrogate(letters.charAt(at)) ? "🙂" : letters.substring(at, at + 1));
            }
            assertThat(QuickFolding.fold(text.toString())).isEqualTo(Folding.foldAny(text.toString()));
        }
    }
}
