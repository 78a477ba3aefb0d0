package org.waxwing.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;

class AvatarTest {
    private static String initials(String name, String address) {
        return Avatar.of(new EmailAddress(new UntrustedText(name), address)).initials();
    }

    @Test
    void takes_the_first_letters_of_the_first_and_the_last_name() {
        assertThat(initials("Klara Bergström", "k@example.org")).isEqualTo("KB");
        assertThat(initials("Ana Maria de Sousa", "a@example.org")).isEqualTo("AS");
        assertThat(initials("\"petra dvořák\" (board)", "p@example.org")).isEqualTo("PB");
        assertThat(initials("Óscar O’Neill", "o@example.org")).isEqualTo("ÓO");
    }

    @Test
    void takes_one_character_of_a_name_without_an_alphabet() {
        assertThat(initials("林薇", "l@example.org")).isEqualTo("林");
        assertThat(initials("林 薇 Lin Wei", "l@example.org")).isEqualTo("LW");
    }

    @Test
    void falls_back_to_the_address_and_then_to_a_question_mark() {
        assertThat(initials("", "anna.reiter@example.org")).isEqualTo("AR");
        assertThat(initials("", "noreply@example.org")).isEqualTo("N");
        assertThat(initials("!!!", "")).isEqualTo("?");
    }

    @Test
    void keeps_a_character_outside_the_basic_plane_whole() {
        assertThat(initials("𠮷田", "y@example.org")).isEqualTo("𠮷");
    }

    @Test
    void gives_a_person_the_same_colour_however_the_address_is_spelt() {
        var one = Avatar.of(EmailAddress.of("Anna@Example.org"));
        var other = Avatar.of(new EmailAddress(new UntrustedText("Anna Reiter"), "anna@example.org"));

        assertThat(one.hue()).isEqualTo(other.hue()).isBetween(0, 11);
    }

    @Test
    void spreads_people_over_all_colours() {
        var hues = IntStream.range(0, 200).map(i -> Avatar.of(EmailAddress.of("p" + i + "@example.org")).hue());

        assertThat(hues.distinct().count()).isEqualTo(12);
    }
}
