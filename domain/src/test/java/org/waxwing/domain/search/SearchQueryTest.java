package org.waxwing.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.domain.search.SearchQuery.Term;
import org.waxwing.domain.search.SearchQuery.Term.Kind;

class SearchQueryTest {
    @Test
    void reads_words_phrases_beginnings_and_what_must_not_occur() {
        assertThat(SearchQuery.of("lunch  \"at noon\" invoi* -spam -\"of the day\"").terms()).containsExactly(
                new Term("lunch", Kind.WORD, false),
                new Term("at noon", Kind.PHRASE, false),
                new Term("invoi", Kind.BEGINNING, false),
                new Term("spam", Kind.WORD, true),
                new Term("of the day", Kind.PHRASE, true));
    }

    @Test
    void reads_typographic_quotes_wide_spaces_and_a_quote_that_never_ends() {
        assertThat(SearchQuery.of("„guten Tag“\u3000会議\u00a0\"to the end").terms()).containsExactly(
                new Term("guten Tag", Kind.PHRASE, false),
                new Term("会議", Kind.WORD, false),
                new Term("to the end", Kind.PHRASE, false));
    }

    @Test
    void keeps_a_hyphen_within_a_word() {
        assertThat(SearchQuery.of("e-mail").terms()).containsExactly(new Term("e-mail", Kind.WORD, false));
    }

    @Test
    void splits_a_word_where_a_quote_begins() {
        assertThat(SearchQuery.of("a\"b c\"d").terms()).containsExactly(
                new Term("a", Kind.WORD, false),
                new Term("b c", Kind.PHRASE, false),
                new Term("d", Kind.WORD, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "--", "\"", "\"\"", "-\"", "*", "&|!():*<->\\'", "🦆", "\u0000", "\ud800"})
    void asks_for_nothing_where_nothing_can_be_a_word(String typed) {
        assertThat(SearchQuery.of(typed).isEmpty()).isTrue();
    }

    @Test
    void looks_for_no_more_than_a_person_would_type() {
        assertThat(SearchQuery.of("a ".repeat(400)).terms()).hasSize(SearchQuery.MOST_TERMS);
        assertThat(SearchQuery.of("a".repeat(5_000)).terms().getFirst().text()).hasSize(1_000);
    }
}
