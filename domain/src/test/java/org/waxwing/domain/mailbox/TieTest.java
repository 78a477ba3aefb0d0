package org.waxwing.domain.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TieTest {
    @Test
    void a_message_id_ties_under_its_own_name() {
        assertThat(Tie.of(new MessageId("a@example.org")).name()).isEqualTo("a@example.org");
    }

    @Test
    void names_of_different_kinds_never_meet() {
        var likeness = new Likeness(0xAL);

        assertThat(Set.of(Tie.of(new MessageId("a")), Tie.ofRemoteThread("a"), Tie.of(likeness))).hasSize(3);
        assertThat(Tie.ofRemoteThread("sa")).isNotEqualTo(Tie.of(likeness));
    }

    @Test
    void nobody_can_write_themselves_into_a_conversation() {
        var theirs = Tie.ofRemoteThread("17");

        assertThat(Tie.of(new MessageId(theirs.name()))).isNotEqualTo(theirs);
    }
}
