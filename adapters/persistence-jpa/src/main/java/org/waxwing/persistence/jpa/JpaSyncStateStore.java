package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.uuid;
import static org.waxwing.persistence.jpa.Sql.words;

import jakarta.persistence.EntityManager;
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
import org.waxwing.domain.sync.MailboxSnapshot;
import org.waxwing.domain.sync.SyncStateStore;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

/** Copies in {@code email_mailbox}, the adopted validity in {@code mailbox}. */
public final class JpaSyncStateStore implements SyncStateStore {
    private final Sql sql;
    private final Settlement settlement;

    public JpaSyncStateStore(EntityManager database) {
        this.sql = new Sql(database);
        this.settlement = new Settlement(sql);
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
                        """, account.value(), mailbox.value(), validity.value());
        return copies;
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
        // the caller settles what it placed, but cannot know what was there before
        if (!replaced.isEmpty()) settlement.settle(account, replaced.toArray(UUID[]::new));
    }

    @Override
    public Set<EmailId> remark(
            AccountId account, MailboxId mailbox, UidValidity validity, Map<Uid, Set<Keyword>> keywords) {
        if (keywords.isEmpty()) return Set.of();
        settlement.lock(account);
        return emails("""
                update email_mailbox as c set keywords = n.keywords
                from jsonb_to_recordset(?::jsonb) as n (uid bigint, keywords text[])
                where c.account_id = ? and c.mailbox_id = ? and c.uid_validity = ? and c.uid = n.uid
                returning c.email_id
                """, JsonText.marks(keywords), account.value(), mailbox.value(), validity.value());
    }

    @Override
    public Set<EmailId> remove(AccountId account, MailboxId mailbox, UidValidity validity, Set<Uid> vanished) {
        if (vanished.isEmpty()) return Set.of();
        settlement.lock(account);
        return emails("""
                delete from email_mailbox
                where account_id = ? and mailbox_id = ? and uid_validity = ? and uid = any (?)
                returning email_id
                """, account.value(), mailbox.value(), validity.value(),
                Sql.numbers(vanished.stream().map(Uid::value).toList()));
    }

    @Override
    public Set<EmailId> adopt(AccountId account, MailboxId mailbox, UidValidity validity) {
        settlement.lock(account);
        sql.run("update mailbox set uid_validity = ? where account_id = ? and id = ?",
                validity.value(), account.value(), mailbox.value());
        return emails("""
                delete from email_mailbox where account_id = ? and mailbox_id = ? and uid_validity <> ?
                returning email_id
                """, account.value(), mailbox.value(), validity.value());
    }

    private Set<EmailId> emails(String statement, Object... arguments) {
        List<EmailId> emails = sql.list(row -> new EmailId(uuid(row, "email_id")), statement, arguments);
        return Set.copyOf(emails);
    }
}
