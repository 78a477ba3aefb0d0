package org.waxwing.domain.signs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VocabularyTest {
    static Stream<String> languages() {
        return Vocabulary.LANGUAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void has_words_for_everything_in_every_language(String language) {
        var groups = Vocabulary.lines("vocabulary/" + language + ".txt").stream()
                .map(it -> Wording.named(it.substring(0, it.indexOf(':'))))
                .toList();

        assertThat(groups).containsExactlyInAnyOrder(Wording.values());
    }

    @Test
    void is_found_whatever_the_case_the_accents_and_the_apostrophes() {
        assertThat(Vocabulary.in(Folding.of("BESTELLBESTÄTIGUNG")).has(Wording.ORDER)).isTrue();
        assertThat(Vocabulary.in(Folding.of("recu")).has(Wording.RECEIPT)).isTrue();
        assertThat(Vocabulary.in(Folding.of("Don’t miss")).has(Wording.OFFER)).isTrue();
        assertThat(Vocabulary.in(Folding.of("ＯＲＤＥＲ confirmation")).has(Wording.ORDER)).isTrue();
        assertThat(Vocabulary.in(Folding.of("Sipariş No")).has(Wording.ORDER)).isTrue();
    }

    @Test
    void finds_phrases_that_overlap_and_those_within_others() {
        var found = Vocabulary.in(Folding.of("mine me my order order number"));

        assertThat(found.count(Wording.SELF)).isEqualTo(3);
        assertThat(found.has(Wording.ORDER)).isTrue();
        assertThat(found.has(Wording.LABEL)).isTrue();
    }
}
