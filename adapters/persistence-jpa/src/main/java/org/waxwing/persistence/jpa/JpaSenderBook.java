package org.waxwing.persistence.jpa;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.screening.Acquaintance;
import org.waxwing.domain.screening.Correspondence;
import org.waxwing.domain.screening.SenderBook;

/** Notes in {@code correspondence}. */
public final class JpaSenderBook implements SenderBook {
    private final Sql sql;

    public JpaSenderBook(EntityManager database) {
        this.sql = new Sql(database);
    }

    @Override
    public void note(AccountId account, Collection<Correspondence> messages) {
        if (messages.isEmpty()) return;
        var notes = List.copyOf(messages);
        // by its source: a message that was moved comes back under another id and is still the same
        sql.run("""
                insert into correspondence (account_id, address, direction, message, at)
                select ?, n.address, n.direction, coalesce(e.source, n.email_id::text), n.at
                from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[]) as n (email_id, address, direction, at)
                left join email e on e.account_id = ? and e.id = n.email_id
                on conflict (account_id, address, direction, message) do nothing
                """,
                account.value(),
                Sql.uuids(notes.stream().map(it -> it.email().value())),
                Sql.words(notes.stream().map(it -> it.with().key())),
                Sql.words(notes.stream().map(it -> it.direction().name())),
                Sql.words(notes.stream().map(it -> NewEmails.storable(it.at()).toString())),
                account.value());
    }

    @Override
    public Set<String> writtenTo(AccountId account, int most) {
        return Set.copyOf(sql.list(row -> row.getString("domain"), """
                select distinct split_part(address, '@', 2) as domain from correspondence
                where account_id = ? and direction = 'SENT' limit ?
                """, account.value(), most));
    }

    @Override
    public Map<String, Acquaintance> known(AccountId account, Collection<EmailAddress> addresses) {
        var known = new HashMap<String, Acquaintance>();
        addresses.forEach(it -> known.put(it.key(), Acquaintance.NONE));
        if (known.isEmpty()) return known;
        sql.list(row -> known.put(
                row.getString("address"), new Acquaintance(row.getLong("received"), row.getLong("sent"))), """
                        select address, count(*) filter (where direction = 'RECEIVED') as received,
                            count(*) filter (where direction = 'SENT') as sent
                        from correspondence where account_id = ? and address = any (?) group by address
                        """, account.value(), Sql.words(known.keySet().stream()));
        return known;
    }
}
