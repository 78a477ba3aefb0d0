package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.uuid;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.mailbox.MessageHeaders;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.mailbox.Threading;

/** Folders as entities, messages in bulk. What is worked out from them is {@link Settlement}'s. */
public final class JpaMailStore implements MailStore {
    private final EntityManager database;
    private final Sql sql;
    private final Settlement settlement;

    public JpaMailStore(EntityManager database) {
        this.database = database;
        this.sql = new Sql(database);
        this.settlement = new Settlement(sql);
    }

    @Override
    public List<Mailbox> mailboxes(AccountId account) {
        return folders(account).values().stream()
                .map(FolderRow::toMailbox)
                .sorted(Comparator.comparing(Mailbox::role).thenComparing(Mailbox::path))
                .toList();
    }

    @Override
    public void keepMailboxes(AccountId account, Collection<Mailbox> present) {
        settlement.lock(account);
        var known = folders(account);
        var moved = new HashSet<UUID>();
        // a server that lists a folder twice has it once
        var wanted = new LinkedHashMap<MailboxId, Mailbox>();
        present.forEach(it -> wanted.put(it.id(), it));
        for (var mailbox : wanted.values()) {
            var row = known.remove(mailbox.id().value());
            if (row == null) database.persist(new FolderRow(mailbox));
            else {
                if (hides(row.role()) != hides(mailbox.role())) moved.add(row.id());
                row.become(mailbox);
            }
        }
        moved.addAll(known.keySet());
        var touched = shownBy(account, moved);
        remove(account, known.values());
        settle(account, touched);
    }

    private void remove(AccountId account, Collection<FolderRow> folders) {
        folders.forEach(database::detach);
        var ids = Sql.uuids(folders.stream().map(FolderRow::id));
        sql.run("delete from mailbox_thread where account_id = ? and mailbox_id = any (?)", account.value(), ids);
        sql.run("delete from email_mailbox where account_id = ? and mailbox_id = any (?)", account.value(), ids);
        sql.run("delete from mailbox where account_id = ? and id = any (?)", account.value(), ids);
    }

    private Set<EmailId> shownBy(AccountId account, Set<UUID> mailboxes) {
        if (mailboxes.isEmpty()) return Set.of();
        return Set.copyOf(sql.list(row -> new EmailId(uuid(row, "email_id")), """
                select distinct email_id from email_mailbox where account_id = ? and mailbox_id = any (?)
                """, account.value(), Sql.uuids(mailboxes.stream())));
    }

    private static boolean hides(MailboxRole role) {
        return role == MailboxRole.JUNK || role == MailboxRole.TRASH;
    }

    private Map<UUID, FolderRow> folders(AccountId account) {
        return database
                .createQuery("select f from FolderRow f where f.key.account = :account", FolderRow.class)
                .setParameter("account", account.value())
                .getResultStream()
                .collect(Collectors.toMap(FolderRow::id, Function.identity()));
    }

    @Override
    public Map<BlobId, EmailId> alreadyStored(AccountId account, Collection<BlobId> sources) {
        var stored = new HashMap<BlobId, EmailId>();
        sql.list(row -> stored.put(new BlobId(row.getString("source")), new EmailId(uuid(row, "id"))), """
                select source, id from email where account_id = ? and source = any (?)
                """, account.value(), Sql.words(sources.stream().map(BlobId::sha256)));
        return stored;
    }

    @Override
    public Map<MessageId, ThreadId> threadsOf(AccountId account, Collection<MessageId> ids) {
        var threads = new HashMap<MessageId, ThreadId>();
        sql.list(row -> threads.put(
                new MessageId(row.getString("message_id")), new ThreadId(uuid(row, "thread_id"))), """
                        select message_id, thread_id from thread_tie where account_id = ? and message_id = any (?)
                        """, account.value(), Sql.words(ids.stream().map(MessageId::value)));
        return threads;
    }

    @Override
    public void store(AccountId account, Collection<Email> emails, Threading.Joined joined) {
        settlement.lock(account);
        if (!joined.merged().isEmpty()) settlement.merge(account, joined.merged());
        NewEmails.insert(sql, account, emails);
        var known = List.copyOf(joined.known().entrySet());
        sql.run("""
                insert into thread_tie (account_id, message_id, thread_id)
                select ?, tie.message_id, tie.thread_id
                from unnest(?::text[], ?::uuid[]) as tie (message_id, thread_id)
                on conflict (account_id, message_id) do update set thread_id = excluded.thread_id
                where thread_tie.thread_id <> excluded.thread_id
                """,
                account.value(),
                Sql.words(known.stream().map(it -> it.getKey().value())),
                Sql.uuids(known.stream().map(it -> it.getValue().value())));
    }

    @Override
    public Map<EmailId, MessageHeaders> headers(AccountId account, Collection<EmailId> ids) {
        var headers = new HashMap<EmailId, MessageHeaders>();
        sql.list(row -> headers.put(new EmailId(uuid(row, "id")), EmailColumns.headers(row)), """
                select id, message_ids, in_reply_to, reference_ids, subject, from_list, to_list, cc_list, bcc_list,
                    reply_to_list, sent_at
                from email where account_id = ? and id = any (?)
                """, account.value(), Sql.uuids(ids.stream().map(EmailId::value)));
        return headers;
    }

    @Override
    public Map<EmailId, ThreadId> threads(AccountId account, Collection<EmailId> ids) {
        var threads = new HashMap<EmailId, ThreadId>();
        sql.list(row -> threads.put(new EmailId(uuid(row, "id")), new ThreadId(uuid(row, "thread_id"))), """
                select id, thread_id from email where account_id = ? and id = any (?)
                """, account.value(), Sql.uuids(ids.stream().map(EmailId::value)));
        return threads;
    }

    @Override
    public void settle(AccountId account, Set<EmailId> touched) {
        if (touched.isEmpty()) return;
        settlement.lock(account);
        settlement.settle(account, Sql.uuids(touched.stream().map(EmailId::value)));
    }
}
