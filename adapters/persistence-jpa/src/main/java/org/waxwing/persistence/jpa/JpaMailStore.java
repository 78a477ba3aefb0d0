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
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Likeness;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.mailbox.MessageHeaders;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.mailbox.Tie;

/** Folders as entities, messages in bulk. What is worked out from them is {@link Settlement}'s. */
public final class JpaMailStore implements MailStore {
    private final EntityManager database;
    private final Sql sql;
    private final Settlement settlement;
    private final Departures departures;

    public JpaMailStore(EntityManager database) {
        this.database = database;
        this.sql = new Sql(database);
        this.settlement = new Settlement(sql);
        this.departures = new Departures(sql);
    }

    @Override
    public List<Mailbox> mailboxes(AccountId account) {
        return folders(account).values().stream()
                .flatMap(it -> it.atServer().stream())
                .sorted(Comparator.comparing(Mailbox::role).thenComparing(Mailbox::path))
                .toList();
    }

    @Override
    public void keepMailboxes(AccountId account, Collection<Mailbox> present) {
        settlement.lock(account);
        var known = folders(account);
        var roles = new ChosenRoles(known.values());
        var moved = new HashSet<UUID>();
        // a server that lists a folder twice has it once
        var wanted = new LinkedHashMap<MailboxId, Mailbox>();
        present.forEach(it -> wanted.put(it.id(), it));
        for (var mailbox : wanted.values()) {
            var row = known.remove(mailbox.id().value());
            if (row == null) database.persist(new FolderRow(mailbox, roles.of(mailbox)));
            else {
                if (differ(row.role(), roles.of(mailbox))) moved.add(row.id());
                row.become(mailbox, roles.of(mailbox));
            }
        }
        // what its owner made, and the server has not heard of, is not gone
        known.values().removeIf(row -> row.atServer().isEmpty());
        moved.addAll(known.keySet());
        var touched = new HashSet<>(shownBy(account, moved));
        touched.addAll(departures.dropped(account, Sql.uuids(known.keySet().stream())));
        remove(account, known.values());
        settle(account, touched);
    }

    private void remove(AccountId account, Collection<FolderRow> folders) {
        if (folders.isEmpty()) return;
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

    /** Whether what a folder shows is listed elsewhere when it is for the one instead of the other. */
    private static boolean differ(MailboxRole before, MailboxRole now) {
        return hides(before) != hides(now) || (before == MailboxRole.INBOX) != (now == MailboxRole.INBOX);
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
    public Map<Tie, ThreadId> threadsOf(AccountId account, Collection<Tie> ties) {
        var threads = new HashMap<Tie, ThreadId>();
        sql.list(row -> threads.put(new Tie(row.getString("message_id")), new ThreadId(uuid(row, "thread_id"))), """
                select message_id, thread_id from thread_tie where account_id = ? and message_id = any (?)
                """, account.value(), Sql.words(ties.stream().map(Tie::name)));
        return threads;
    }

    @Override
    public Map<Likeness, Set<ThreadId>> threadsLike(AccountId account, Collection<Likeness> likenesses) {
        var threads = new HashMap<Likeness, Set<ThreadId>>();
        sql.list(row -> threads.computeIfAbsent(new Likeness(row.getLong("likeness")), it -> new HashSet<>())
                .add(new ThreadId(uuid(row, "thread_id"))), """
                        select distinct likeness, thread_id from email where account_id = ? and likeness = any (?)
                        """, account.value(), Sql.numbers(likenesses.stream().map(Likeness::hash).toList()));
        return threads;
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
    public Set<EmailId> shownIn(AccountId account, Collection<EmailId> ids, MailboxRole role) {
        return new HashSet<>(sql.list(row -> new EmailId(uuid(row, "email_id")), """
                select distinct c.email_id from email_mailbox c
                join mailbox f on f.account_id = c.account_id and f.id = c.mailbox_id
                where c.account_id = ? and c.email_id = any (?) and f.role = ?
                """, account.value(), Sql.uuids(ids.stream().map(EmailId::value)), role.name()));
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
        sql.over(touched.size(), () -> {
            settlement.settle(account, Sql.uuids(touched.stream().map(EmailId::value)));
            return touched;
        });
    }
}
