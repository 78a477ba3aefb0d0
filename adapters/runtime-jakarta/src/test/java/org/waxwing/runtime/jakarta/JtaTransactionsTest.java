package org.waxwing.runtime.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waxwing.application.runtime.Actor;
import org.waxwing.domain.identity.PersonId;

class JtaTransactionsTest {
    private static final Actor ALICE = Actor.of(new PersonId(new UUID(1, 1)));

    private final CountingJta jta = new CountingJta();
    private final JtaTransactions transactions = new JtaTransactions(jta,
            actor -> jta.told.add(actor.equals(ALICE) ? "alice enters" : "someone enters"));

    @Test
    void the_actor_enters_before_any_work_is_done() {
        transactions.run(ALICE, () -> jta.told.add("work"));

        assertThat(jta.told).containsExactly("begin", "alice enters", "work", "commit");
    }

    @Test
    void what_comes_after_the_commit_comes_after_the_commit() {
        transactions.run(ALICE, () -> {
            transactions.afterCommit(() -> jta.told.add("push"));
            jta.told.add("work");
        });

        assertThat(jta.told).containsExactly("begin", "alice enters", "work", "commit", "push");
    }

    @Test
    void work_that_throws_is_rolled_back_and_nothing_is_pushed() {
        assertThatThrownBy(() -> transactions.run(ALICE, () -> {
            transactions.afterCommit(() -> jta.told.add("push"));
            throw new IllegalArgumentException("bad");
        }))
                .hasMessage("bad");

        assertThat(jta.told).containsExactly("begin", "alice enters", "rollback");
    }

    @Test
    void a_commit_that_fails_is_told_and_nothing_is_pushed() {
        jta.refusesToCommit = true;

        assertThatThrownBy(() -> transactions.run(ALICE, () -> transactions.afterCommit(() -> jta.told.add("push"))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(jta.told).containsExactly("begin", "alice enters");
    }

    @Test
    void a_transaction_within_a_transaction_is_refused() {
        assertThatThrownBy(() -> transactions.run(ALICE, () -> transactions.run(ALICE, () -> jta.told.add("inner"))))
                .hasMessageContaining("never nested");

        assertThat(jta.told).doesNotContain("inner").endsWith("rollback");
    }

    @Test
    void a_push_that_fails_does_not_make_the_commit_look_undone() {
        var result = transactions.call(ALICE, () -> {
            transactions.afterCommit(() -> {
                throw new IllegalStateException("nobody listens");
            });
            return "stored";
        });

        assertThat(result).isEqualTo("stored");
    }

    @Test
    void nothing_can_wait_for_a_commit_outside_a_transaction() {
        assertThatThrownBy(() -> transactions.afterCommit(() -> {})).isInstanceOf(IllegalStateException.class);
    }
}
