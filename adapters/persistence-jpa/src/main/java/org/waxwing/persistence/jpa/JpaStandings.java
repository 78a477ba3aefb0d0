package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.uuid;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.triage.Standing;
import org.waxwing.domain.triage.Standings;

/** Standings in {@code thread_standing}; what follows from them is {@link Settlement}'s. */
public final class JpaStandings implements Standings {
    private final Sql sql;
    private final Settlement settlement;

    public JpaStandings(EntityManager database) {
        this.sql = new Sql(database);
        this.settlement = new Settlement(sql);
    }

    @Override
    public Map<ThreadId, Standing> of(AccountId account, Collection<ThreadId> threads) {
        settlement.lock(account);
        return found("select * from thread_standing where account_id = ? and thread_id = any (?)",
                account.value(), uuids(threads));
    }

    @Override
    public Set<ThreadId> outside(AccountId account, Collection<ThreadId> threads) {
        settlement.lock(account);
        return new HashSet<>(sql.list(row -> new ThreadId(uuid(row, "id")), """
                select t.id from thread t
                where t.account_id = ? and t.id = any (?) and not exists (
                    select from mailbox m
                    join mailbox_thread c on c.account_id = m.account_id and c.mailbox_id = m.id
                    where m.account_id = t.account_id and m.role = 'INBOX' and c.thread_id = t.id
                        and c.message_count > 0)
                """, account.value(), uuids(threads)));
    }

    @Override
    public void stand(AccountId account, Standing standing, Collection<ThreadId> threads) {
        if (threads.isEmpty()) return;
        settlement.lock(account);
        sql.over(threads.size(), () -> {
            standAll(account, standing, uuids(threads));
            return threads;
        });
    }

    private void standAll(AccountId account, Standing standing, UUID[] those) {
        if (standing.equals(Standing.USUAL))
            sql.run("delete from thread_standing where account_id = ? and thread_id = any (?)", account.value(), those);
        else
            keep(account, standing, those);
        settlement.stand(account, those);
        sql.run("""
                update account_sync set wake_at = next.at
                from (select min(snoozed_until) as at from thread_standing
                    where account_id = ? and snoozed_until is not null) next
                where account_id = ? and wake_at is distinct from next.at
                """, account.value(), account.value());
    }

    private void keep(AccountId account, Standing standing, UUID[] threads) {
        sql.run("""
                insert into thread_standing as it
                    (account_id, thread_id, place, since, snoozed_until, muted, returned_at, fresh, held)
                select t.account_id, t.id, nullif(?, ''), nullif(?, '')::timestamptz, nullif(?, '')::timestamptz, ?,
                    nullif(?, '')::timestamptz, ?, ?
                from thread t where t.account_id = ? and t.id = any (?)
                on conflict (account_id, thread_id) do update set
                    place = excluded.place, since = excluded.since, snoozed_until = excluded.snoozed_until,
                    muted = excluded.muted, returned_at = excluded.returned_at, fresh = excluded.fresh,
                    held = excluded.held
                """,
                StandingColumns.place(standing), StandingColumns.since(standing), StandingColumns.until(standing),
                standing.muted(), StandingColumns.returned(standing), standing.isFresh(),
                StandingColumns.isHeld(standing), account.value(), threads);
    }

    @Override
    public Map<ThreadId, Standing> due(AccountId account, Instant now) {
        settlement.lock(account);
        return found("select * from thread_standing where account_id = ? and snoozed_until <= ?",
                account.value(), now);
    }

    @Override
    public Map<ThreadId, Standing> answered(AccountId account, Collection<EmailId> arrived) {
        settlement.lock(account);
        var those = Sql.uuids(arrived.stream().map(EmailId::value));
        return found("""
                select s.* from thread_standing s
                where s.account_id = ? and s.snoozed_until is not null and s.thread_id in (
                    select e.thread_id from email e
                    where e.account_id = ? and e.id = any (?)
                        and exists (
                            select from email_mailbox c
                            join mailbox m on m.account_id = c.account_id and m.id = c.mailbox_id
                            where c.account_id = e.account_id and c.email_id = e.id
                                and m.role in ('INBOX', 'ARCHIVE', 'NONE', 'ALL'))
                        and e.received_at >= (
                            select max(o.received_at) from email o
                            where o.account_id = e.account_id and o.thread_id = e.thread_id and o.id <> all (?)))
                """, account.value(), account.value(), those, those);
    }

    private Map<ThreadId, Standing> found(String query, Object... arguments) {
        var found = new HashMap<ThreadId, Standing>();
        sql.list(row -> found.put(new ThreadId(uuid(row, "thread_id")), StandingColumns.of(row)), query, arguments);
        return found;
    }

    private static UUID[] uuids(Collection<ThreadId> threads) {
        return Sql.uuids(threads.stream().map(ThreadId::value));
    }
}
