package org.waxwing.domain.signs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignsTest {
    @Test
    void are_read_back_as_they_were_written() {
        var signs = Reading.of(
                anEmail().from("news@loaf.example").subject("30% off").html("<table width=600><tr><td>Sale"),
                "List-Unsubscribe", "<https://loaf.example/u>");

        assertThat(Signs.parse(signs.write())).isEqualTo(signs);
        assertThat(signs.template().isMeaningful()).isTrue();
    }

    @Test
    void are_read_back_when_there_are_all_or_none() {
        var topics = new EnumMap<Topic, Mention>(Topic.class);
        for (var topic : Topic.values()) topics.put(topic, Mention.THROUGHOUT);
        var all = new Signs(1, EnumSet.allOf(Sign.class), topics, 1, 2, 3, 4, new Template(-1, -1));
        var none = new Signs(1, Set.of(), Map.of(), 0, 0, 0, 0, Template.NONE);

        assertThat(Signs.parse(all.write())).isEqualTo(all);
        assertThat(Signs.parse(none.write())).isEqualTo(none);
        assertThat(all.write()).hasSizeLessThan(2_000);
    }

    @Test
    void pass_over_what_another_version_saw() {
        var signs = Signs.parse("2 s=layout,smells_of_fish t=offer:subject,fish:once z=1 n=1,2,3,4,5");

        assertThat(signs.seen()).containsExactly(Sign.LAYOUT);
        assertThat(signs.topics()).containsOnly(Map.entry(Topic.OFFER, Mention.SUBJECT));
        assertThat(signs.words()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0 s=layout", "1 n=many", "1 k=12"})
    void are_not_read_from_nonsense(String line) {
        assertThatThrownBy(() -> Signs.parse(line)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void contain_nothing_of_the_messages_words() {
        var signs = Reading.of(anEmail().from("Eve <eve@secret.example>").subject("Secret").text("Secret matters"));

        assertThat(signs.write()).doesNotContainIgnoringCase("secret");
    }

    @Test
    void can_be_thought_away() {
        var signs = Reading.of(anEmail().subject("Newsletter"), "Precedence", "bulk");

        assertThat(signs.without(Sign.BULK).has(Sign.BULK)).isFalse();
        assertThat(signs.without(Topic.NEWSLETTER).topics()).isEmpty();
    }
}
