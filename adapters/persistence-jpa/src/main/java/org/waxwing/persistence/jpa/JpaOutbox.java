package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.uuid;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Outbox;

/** Events in {@code outbox}, in the transaction that tells them; whoever acts puts in, only the house takes out. */
public final class JpaOutbox implements MailEvents, Outbox {
    private final Sql sql;

    public JpaOutbox(EntityManager database) {
        this.sql = new Sql(database);
    }

    private record Taken(long position, Letter letter) {}

    @Override
    public void publish(MailEvent event) {
        sql.run("insert into outbox (owner_id, version, payload) values (?, ?, ?::jsonb)",
                event.owner().value(), EventJson.VERSION, EventJson.write(event));
    }

    @Override
    public List<Letter> take(int atMost, Instant now, Instant until) {
        return sql.list(row -> new Taken(
                row.getLong("position"),
                new Letter(uuid(row, "id"), EventJson.read(row.getString("payload")))), """
                        update outbox set hidden_until = ?
                        where id = any (array(
                            select id from outbox where hidden_until <= ? and version <= ?
                            order by position limit ? for update skip locked))
                        returning id, position, payload
                        """, until, now, EventJson.VERSION, atMost).stream()
                .sorted(Comparator.comparingLong(Taken::position))
                .map(Taken::letter)
                .toList();
    }

    @Override
    public void done(Collection<UUID> ids) {
        sql.run("delete from outbox where id = any (?)", (Object) Sql.uuids(ids.stream()));
    }
}
