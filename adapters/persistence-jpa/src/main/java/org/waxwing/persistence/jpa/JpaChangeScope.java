package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.instant;
import static org.waxwing.persistence.jpa.Sql.uuid;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ChangeScope;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.Scope;

/** Messages by the conversations they are in, by one query over all accounts. */
public final class JpaChangeScope implements ChangeScope {
    private final Sql sql;

    public JpaChangeScope(EntityManager database) {
        this.sql = new Sql(database);
    }

    @Override
    public List<Subject> find(Set<ThreadId> threads, Set<EmailId> emails) {
        return sql.list(row -> new Subject(
                new AccountId(uuid(row, "account_id")),
                new ThreadId(uuid(row, "thread_id")),
                new EmailId(uuid(row, "id")),
                instant(row, "received_at")), """
                        select e.account_id, e.thread_id, e.id, e.received_at
                        from account a join email e on e.account_id = a.id and e.thread_id = any (?)
                        union
                        select e.account_id, e.thread_id, e.id, e.received_at
                        from account a join email e on e.account_id = a.id and e.id = any (?)
                        """,
                Sql.uuids(threads.stream().map(ThreadId::value)), Sql.uuids(emails.stream().map(EmailId::value)));
    }

    @Override
    public Map<AccountId, List<ThreadId>> all(Scope list, boolean unreadOnly) {
        record Found(AccountId account, ThreadId thread) {}
        var all = Listing.all(list, unreadOnly);
        return sql.list(
                row -> new Found(new AccountId(uuid(row, "account_id")), new ThreadId(uuid(row, "id"))),
                all.sql(), all.arguments().toArray()).stream()
                .collect(Collectors.groupingBy(
                        Found::account, Collectors.mapping(Found::thread, Collectors.toList())));
    }

    @Override
    public List<EmailId> in(AccountId account, MailboxId mailbox) {
        return sql.list(row -> new EmailId(uuid(row, "email_id")), """
                select distinct email_id from email_mailbox where account_id = ? and mailbox_id = ?
                """, account.value(), mailbox.value());
    }
}
