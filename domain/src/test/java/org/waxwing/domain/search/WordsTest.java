package org.waxwing.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waxwing.domain.search.SearchQuery.Term;
import org.waxwing.domain.search.SearchQuery.Term.Kind;
import org.waxwing.domain.search.Words.Place;

class WordsTest {
    private static List<Place> places(String text, String term) {
        return Words.of(text).places(new Term(term, Kind.WORD, false));
    }

    @ParameterizedTest
    @CsvSource({
            "Größe, grosse", "FRANÇOIS, francois", "e\u0301te\u0301, ete", "Søren, soren", "Łódź, lodz",
            "Привет, привет",
            "Æther, aether", "ＡＢＣ, abc", "ﬁne, fine", "İstanbul, istanbul"
    })
    void compares_without_case_and_accents(String text, String form) {
        assertThat(Words.of(text).list()).extracting(Words.Word::form).containsExactly(form);
    }

    @Test
    void parts_words_at_everything_that_is_no_letter_or_digit() {
        assertThat(Words.of("“hello”—bob.fischer@example.org, #42/b_1 don't").list()).extracting(Words.Word::form)
                .containsExactly("hello", "bob", "fischer", "example", "org", "42", "b", "1", "don", "t");
    }

    @Test
    void finds_any_part_of_writing_without_spaces() {
        assertThat(places("明日の会議資料です", "会議")).containsExactly(new Place(3, 5));
        assertThat(places("ขอบคุณมากครับ", "คุณ")).hasSize(1);
        assertThat(places("학교에서", "학교")).containsExactly(new Place(0, 2));
        assertThat(places("明日の会議資料です", "議会")).isEmpty();
    }

    @Test
    void finds_beginnings_of_words() {
        var words = Words.of("Invoice of an invoicing office");

        assertThat(words.places(new Term("invoic", Kind.BEGINNING, false)))
                .containsExactly(new Place(0, 7), new Place(14, 23));
        assertThat(words.places(new Term("invoic", Kind.WORD, false))).isEmpty();
    }

    @Test
    void says_where_words_stand_in_the_text_as_it_was_written() {
        assertThat(places("Die Größe zählt, die GROSSE", "grosse")).containsExactly(
                new Place(4, 9), new Place(21, 27));
    }
}
