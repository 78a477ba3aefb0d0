package org.waxwing.persistence.jpa;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.waxwing.domain.sending.AnswerLog;

/** A row in {@code automatic_answer} for whoever was answered by a rule. */
public final class JpaAnswerLog implements AnswerLog {
    private final Sql sql;

    public JpaAnswerLog(EntityManager database) {
        this.sql = new Sql(database);
    }

    @Override
    public Set<String> begin(String reference, Collection<String> senders, Instant now, Duration every) {
        if (senders.isEmpty()) return Set.of();
        // in one order for everybody, so that two who answer the same wait for each other rather than for ever
        return Set.copyOf(sql.list(row -> row.getString("sender"), """
                insert into automatic_answer (owner_id, reference, sender, answered_at, silent_since)
                select current_person(), ?, s.sender, ?, ? from unnest(?::text[]) as s (sender) order by s.sender
                on conflict (owner_id, reference, sender) do update set
                    answered_at = excluded.answered_at, silent_since = excluded.silent_since
                    where automatic_answer.answered_at <= excluded.silent_since
                returning sender
                """, reference, now, now.minus(every), Sql.words(senders.stream().distinct())));
    }
}
