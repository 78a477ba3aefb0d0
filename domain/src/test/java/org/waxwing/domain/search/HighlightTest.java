package org.waxwing.domain.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ThreadId;

class HighlightTest {
    private static List<Highlight> highlights(String typed, String subject, String text) {
        return Highlight.of(SearchQuery.of(typed), new SearchHit(
                new EmailId(UUID.randomUUID()), new ThreadId(UUID.randomUUID()), new AccountId(UUID.randomUUID()),
                List.of(), new UntrustedText(subject),
                List.of(new EmailAddress(new UntrustedText("Bob Größmann"), "bob@example.org")),
                Instant.EPOCH, UntrustedText.EMPTY, new UntrustedText(text), false, false, false, 0));
    }

    private static List<String> marked(Highlight highlight) {
        return highlight.marks().stream()
                .map(it -> highlight.text().value().substring(it.start(), it.end()))
                .toList();
    }

    @Test
    void marks_the_words_in_each_part_where_they_stand() {
        var found = highlights("grossmann lunch", "Lunch?", "No lunch today,\n LUNCH tomorrow");

        assertThat(found).extracting(Highlight::part)
                .containsExactly(Highlight.Part.SUBJECT, Highlight.Part.FROM, Highlight.Part.TEXT);
        assertThat(found).extracting(HighlightTest::marked)
                .containsExactly(List.of("Lunch"), List.of("Größmann"), List.of("lunch", "LUNCH"));
    }

    @Test
    void cuts_a_piece_out_of_a_long_text_around_the_first_word() {
        var found = highlights("needle", "", "hay ".repeat(1_000) + "needle" + " hay".repeat(1_000));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().text().value()).startsWith("hay ").hasSizeBetween(190, 200);
        assertThat(marked(found.getFirst())).containsExactly("needle");
    }

    @Test
    void keeps_markup_as_the_text_that_it_is() {
        var found = highlights("bold", "", "<b>bold</b>");

        assertThat(found.getFirst().text().value()).isEqualTo("<b>bold</b>");
        assertThat(marked(found.getFirst())).containsExactly("bold");
    }

    @Test
    void marks_nothing_for_what_must_not_occur_and_nothing_twice() {
        assertThat(highlights("-lunch", "lunch", "lunch")).isEmpty();
        assertThat(marked(highlights("lunch \"lunch time\"", "lunch time", "").getFirst()))
                .containsExactly("lunch time");
    }

    @Test
    void never_cuts_a_character_apart() {
        var found = highlights("needle", "", "🦆".repeat(200) + " needle " + "🦆".repeat(400));

        assertThat(found.getFirst().text().value()).doesNotContain("\uFFFD");
        assertThat(marked(found.getFirst())).containsExactly("needle");
    }
}
