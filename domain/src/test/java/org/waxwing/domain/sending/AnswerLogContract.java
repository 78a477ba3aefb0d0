package org.waxwing.domain.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.sending.Errands.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.world.World;

/** What every {@link AnswerLog} does. */
public interface AnswerLogContract {
    Duration A_WEEK = Duration.ofDays(7);

    World world();

    AnswerLog answerLog();

    private Set<String> begin(PersonId person, String rule, Instant now, String... senders) {
        return world().as(person, () -> answerLog().begin(rule, List.of(senders), now, A_WEEK));
    }

    @Test
    default void answers_a_sender_once_in_so_long() {
        var ada = world().somebody();
        var later = NOW.plus(A_WEEK);

        assertThat(begin(ada, "r", NOW, "bob@example.org")).containsExactly("bob@example.org");
        assertThat(begin(ada, "r", later.minusSeconds(1), "bob@example.org", "eve@example.org"))
                .containsExactly("eve@example.org");
        assertThat(begin(ada, "r", later, "bob@example.org", "eve@example.org")).containsExactly("bob@example.org");
        assertThat(begin(ada, "r", later.plusSeconds(1), "bob@example.org")).isEmpty();
        assertThat(begin(ada, "r", NOW)).isEmpty();
    }

    @Test
    default void each_rule_and_each_person_answers_for_themselves() {
        var ada = world().somebody();
        begin(ada, "r", NOW, "bob@example.org");

        assertThat(begin(ada, "other", NOW, "bob@example.org")).containsExactly("bob@example.org");
        assertThat(begin(world().somebody(), "r", NOW, "bob@example.org")).containsExactly("bob@example.org");
    }

    @Test
    default void an_answer_that_was_taken_back_is_none() {
        var ada = world().somebody();
        world().attempt(ada, () -> {
            answerLog().begin("r", Set.of("bob@example.org"), NOW, A_WEEK);
            throw new IllegalStateException("disk");
        });

        assertThat(begin(ada, "r", NOW, "bob@example.org")).containsExactly("bob@example.org");
    }
}
