package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.uuid;
import static org.waxwing.persistence.jpa.Sql.words;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.Threading;
import org.waxwing.domain.sync.MailboxSnapshot;
import org.waxwing.domain.sync.SyncStateStore;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

/** Copies in {@code email_mailbox}, the adopted validity in {@code mailbox}. */
public final class JpaSyncStateStore implements SyncStateStore {
    private final Sql sql;
    private final Settlement settlement;
    private final Departures departures;

    public JpaSyncStateStore(EntityManager database) {
        this.sql = new Sql(database);
        this.settlement = new Settlement(sql);
        this.departures = new Departures(sql);
    }

    @Override
    public Optional<MailboxSnapshot> snapshot(AccountId account, MailboxId mailbox) {
        var validity = sql.list(row -> new UidValidity(row.getLong("uid_validity")), """
                select uid_validity from mailbox where account_id = ? and id = ? and uid_validity is not null
                """, account.value(), mailbox.value()).stream().findFirst();
        return validity.map(adopted -> new MailboxSnapshot(adopted, copies(account, mailbox, adopted)));
    }

    private Map<Uid, Set<Keyword>> copies(AccountId account, MailboxId mailbox, UidValidity validity) {
        var copies = new HashMap<Uid, Set<Keyword>>();
        sql.list(row -> copies.put(
                new Uid(row.getLong("uid")),
                words(row, "keywords").stream().map(Keyword::new).collect(Collectors.toUnmodifiableSet())), """
                        select uid, keywords from email_mailbox
                        where account_id = ? and mailbox_id = ? and uid_validity = ?
                        union all
                        select uid, keywords from departing_copy
                        where account_id = ? and mailbox_id = ? and uid_validity = ?
                        """,
                account.value(), mailbox.value(), validity.value(),
                account.value(), mailbox.value(), validity.value());
        return copies;
    }

    @Override
    public Map<Uid, Set<Keyword>> held(
            AccountId account, MailboxId mailbox, UidValidity validity, Collection<Uid> uids) {
        var held = new HashMap<Uid, Set<Keyword>>();
        if (uids.isEmpty()) return held;
        var numbers = Sql.numbers(uids.stream().map(Uid::value).toList());
        sql.list(row -> held.put(
                new Uid(row.getLong("uid")),
                words(row, "keywords").stream().map(Keyword::new).collect(Collectors.toUnmodifiableSet())), """
                        select uid, keywords from email_mailbox
                        where account_id = ? and mailbox_id = ? and uid_validity = ? and uid = any (?)
                        union all
                        select uid, keywords from departing_copy
                        where account_id = ? and mailbox_id = ? and uid_validity = ? and uid = any (?)
                        """,
                account.value(), mailbox.value(), validity.value(), numbers,
                account.value(), mailbox.value(), validity.value(), numbers);
        return held;
    }

    @Override
    public Map<String, EmailId> called(AccountId account, Collection<String> remoteIds) {
        var called = new HashMap<String, EmailId>();
        if (!remoteIds.isEmpty())
            sql.list(row -> called.put(row.getString("remote_id"), new EmailId(uuid(row, "id"))), """
                    select remote_id, id from email where account_id = ? and remote_id = any (?)
                    """, account.value(), Sql.words(remoteIds.stream()));
        return called;
    }

    @Override
    public void arrive(
            AccountId account,
            MailboxId mailbox,
            UidValidity validity,
            Collection<Newcomer> newcomers,
            Threading.Joined joined) {
        if (newcomers.isEmpty()) return;
        settlement.lock(account);
        if (!joined.merged().isEmpty()) settlement.merge(account, joined.merged());
        NewEmails.insert(sql, account, mailbox, validity, newcomers);
        ThreadTies.keep(sql, account, joined.known());
        settlement.refresh(account, Sql.uuids(newcomers.stream().map(it -> it.email().thread().value()).distinct()));
    }

    @Override
    public void place(AccountId account, MailboxId mailbox, UidValidity validity, Map<Uid, Copy> copies) {
        if (copies.isEmpty()) return;
        settlement.lock(account);
        var json = JsonText.copies(copies);
        var replaced = sql.list(row -> uuid(row, "email_id"), """
                select c.email_id from email_mailbox c
                join jsonb_to_recordset(?::jsonb) as n (uid bigint, email_id uuid) on n.uid = c.uid
                where c.account_id = ? and c.mailbox_id = ? and c.uid_validity = ? and c.email_id <> n.email_id
                """, json, account.value(), mailbox.value(), validity.value());
        // a message that is not stored leaves the time empty, and the column refuses that
        sql.run("""
                insert into email_mailbox
                    (account_id, mailbox_id, uid_validity, uid, email_id, keywords, received_at, unread)
                select ?, ?, ?, n.uid, n.email_id, n.keywords, e.received_at, not e.seen
                from jsonb_to_recordset(?::jsonb) as n (uid bigint, email_id uuid, keywords text[])
                left join email e on e.account_id = ? and e.id = n.email_id
                on conflict (account_id, mailbox_id, uid_validity, uid) do update set
                    email_id = excluded.email_id, keywords = excluded.keywords,
                    received_at = excluded.received_at, unread = excluded.unread
                """, account.value(), mailbox.value(), validity.value(), json, account.value());
        departures.placed(account, mailbox, validity,
                Sql.uuids(copies.values().stream().map(it -> it.email().value())));
        // the caller settles what it placed, but cannot know what was there before
        if (!replaced.isEmpty()) settlement.settle(account, replaced.toArray(UUID[]::new));
    }

    @Override
    public Set<EmailId> remark(
            AccountId account, MailboxId mailbox, UidValidity validity, Map<Uid, Set<Keyword>> keywords) {
        if (keywords.isEmpty()) return Set.of();
        settlement.lock(account);
        var json = JsonText.marks(keywords);
        var touched = emails("""
                update email_mailbox as c set keywords = n.keywords
                from jsonb_to_recordset(?::jsonb) as n (uid bigint, keywords text[])
                where c.account_id = ? and c.mailbox_id = ? and c.uid_validity = ? and c.uid = n.uid
                returning c.email_id
                """, json, account.value(), mailbox.value(), validity.value());
        if (!departures.any(account)) return touched;
        departures.remark(account, Sql.uuids(touched.stream().map(EmailId::value)));
        sql.run("""
                update departing_copy as c set keywords = n.keywords
                from jsonb_to_recordset(?::jsonb) as n (uid bigint, keywords text[])
                where c.account_id = ? and c.mailbox_id = ? and c.uid_validity = ? and c.uid = n.uid
                """, json, account.value(), mailbox.value(), validity.value());
        return touched;
    }

    @Override
    public Set<EmailId> remove(AccountId account, MailboxId mailbox, UidValidity validity, Set<Uid> vanished) {
        if (vanished.isEmpty()) return Set.of();
        settlement.lock(account);
        var uids = vanished.stream().map(Uid::value).toList();
        departures.vanished(account, mailbox, validity, uids);
        return emails("""
                delete from email_mailbox
                where account_id = ? and mailbox_id = ? and uid_validity = ? and uid = any (?)
                returning email_id
                """, account.value(), mailbox.value(), validity.value(), Sql.numbers(uids));
    }

    @Override
    public Set<EmailId> adopt(AccountId account, MailboxId mailbox, UidValidity validity) {
        settlement.lock(account);
        sql.run("update mailbox set uid_validity = ? where account_id = ? and id = ?",
                validity.value(), account.value(), mailbox.value());
        departures.voided(account, mailbox, validity);
        // validity 0 is ours: what was moved here and was not seen here yet
        return emails("""
                delete from email_mailbox
                where account_id = ? and mailbox_id = ? and uid_validity not in (0, ?)
                returning email_id
                """, account.value(), mailbox.value(), validity.value());
    }

    private Set<EmailId> emails(String statement, Object... arguments) {
        List<EmailId> emails = sql.list(row -> new EmailId(uuid(row, "email_id")), statement, arguments);
        return Set.copyOf(emails);
    }
}
