package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.uuid;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.sorting.Placement;
import org.waxwing.domain.sorting.SortingStore;
import org.waxwing.domain.sorting.StoredMail;

/** What was seen of mail in {@code email_signs}, where it stands in {@code email}. */
public final class JpaSortingStore implements SortingStore {
    private final Sql sql;
    private final Settlement settlement;

    public JpaSortingStore(EntityManager database) {
        this.sql = new Sql(database);
        this.settlement = new Settlement(sql);
    }

    @Override
    public List<StoredMail> mail(AccountId account, List<EmailId> after, int atMost) {
        var from = after.isEmpty() ? new UUID(0, 0) : after.getFirst().value();
        return found("""
                select e.account_id, e.id from email e where e.account_id = ? and e.id > ? order by e.id limit ?
                """, account.value(), from, atMost);
    }

    @Override
    public long count(AccountId account) {
        return sql.list(row -> row.getLong(1), "select count(*) from email where account_id = ?", account.value())
                .getFirst();
    }

    @Override
    public List<StoredMail> mail(AccountId account, Collection<EmailId> emails) {
        if (emails.isEmpty()) return List.of();
        return found("select e.account_id, e.id from email e where e.account_id = ? and e.id = any (?)",
                account.value(), Sql.uuids(emails.stream().map(EmailId::value)));
    }

    @Override
    public List<StoredMail> from(AccountId account, Collection<String> senders, int atMost) {
        if (senders.isEmpty()) return List.of();
        return found("""
                select s.account_id, s.email_id as id from email_signs s
                where s.account_id = ? and s.sender = any (?) order by s.email_id desc limit ?
                """, account.value(), Sql.words(senders.stream()), atMost);
    }

    @Override
    public List<StoredMail> fromDomains(AccountId account, Collection<String> domains, int atMost) {
        if (domains.isEmpty()) return List.of();
        return found("""
                select s.account_id, s.email_id as id from email_signs s
                where s.account_id = ? and s.sender_domain = any (?) order by s.email_id desc limit ?
                """, account.value(), Sql.words(domains.stream()), atMost);
    }

    @Override
    public Map<AccountId, List<StoredMail>> ofSenders(Collection<String> who, int atMost) {
        if (who.isEmpty()) return Map.of();
        var those = Sql.words(who.stream());
        return inAll("""
                select a.id as account_id, s.id from account a cross join lateral (
                    (select s.email_id as id from email_signs s
                    where s.account_id = a.id and s.sender = any (?) order by s.email_id desc limit ?)
                    union
                    (select s.email_id from email_signs s
                    where s.account_id = a.id and s.sender_domain = any (?) order by s.email_id desc limit ?)) s
                """, those, atMost, those, atMost);
    }

    @Override
    public List<StoredMail> in(AccountId account, Collection<ThreadId> threads, int atMost) {
        if (threads.isEmpty()) return List.of();
        return found("""
                select e.account_id, e.id from email e
                where e.account_id = ? and e.thread_id = any (?) order by e.id desc limit ?
                """, account.value(), Sql.uuids(threads.stream().map(ThreadId::value)), atMost);
    }

    @Override
    public Map<AccountId, List<StoredMail>> corrected(int atMost) {
        return inAll("""
                select a.id as account_id, h.email_id as id from account a cross join lateral (
                    select h.email_id from mail_history h
                    where h.account_id = a.id and h.engine = 'PERSON' and h.reference <> ? group by h.email_id
                    order by max(h.position) desc limit ?) h
                """, HistoryLine.WHOLE_LIST, atMost);
    }

    /** Of several accounts, by one statement. */
    private Map<AccountId, List<StoredMail>> inAll(String page, Object... arguments) {
        var found = new LinkedHashMap<AccountId, List<StoredMail>>();
        sql.list(
                row -> found.computeIfAbsent(new AccountId(uuid(row, "account_id")), it -> new ArrayList<>())
                        .add(SortingColumns.mail(row)),
                "with page as materialized (" + page + ") " + SortingColumns.OF_PAGE, arguments);
        return found;
    }

    private List<StoredMail> found(String page, Object... arguments) {
        return sql.list(SortingColumns::mail,
                "with page as materialized (" + page + ") " + SortingColumns.OF_PAGE, arguments);
    }

    @Override
    public Set<ThreadId> writtenIn(AccountId account, Collection<ThreadId> threads) {
        if (threads.isEmpty()) return Set.of();
        return Set.copyOf(sql.list(row -> new ThreadId(uuid(row, "thread_id")), """
                select distinct t.thread_id from mailbox m
                join mailbox_thread t on t.account_id = m.account_id and t.mailbox_id = m.id
                where m.account_id = ? and m.role = 'SENT' and t.thread_id = any (?) and t.message_count > 0
                """, account.value(), Sql.uuids(threads.stream().map(ThreadId::value))));
    }

    @Override
    public void keep(AccountId account, Map<EmailId, Signs> seen) {
        if (seen.isEmpty()) return;
        var entries = List.copyOf(seen.entrySet());
        sql.run("""
                insert into email_signs (account_id, email_id, sender, signs)
                select e.account_id, e.id, lower(coalesce(e.from_list -> 0 ->> 'email', '')), n.signs
                from unnest(?::uuid[], ?::text[]) as n (email_id, signs)
                join email e on e.account_id = ? and e.id = n.email_id
                on conflict (account_id, email_id) do update set signs = excluded.signs
                """,
                Sql.uuids(entries.stream().map(it -> it.getKey().value())),
                Sql.words(entries.stream().map(it -> it.getValue().write())),
                account.value());
    }

    @Override
    public void pin(AccountId account, Collection<EmailId> emails, boolean pinned) {
        if (emails.isEmpty()) return;
        settlement.lock(account);
        sql.run("update email set pinned = ? where account_id = ? and id = any (?) and pinned <> ?",
                pinned, account.value(), Sql.uuids(emails.stream().map(EmailId::value)), pinned);
    }

    @Override
    public Set<EmailId> pinned(AccountId account, Collection<EmailId> emails) {
        if (emails.isEmpty()) return Set.of();
        return Set.copyOf(sql.list(row -> new EmailId(uuid(row, "id")),
                "select id from email where account_id = ? and id = any (?) and pinned",
                account.value(), Sql.uuids(emails.stream().map(EmailId::value))));
    }

    @Override
    public Set<EmailId> file(AccountId account, Map<EmailId, Placement> placements) {
        if (placements.isEmpty()) return Set.of();
        settlement.lock(account);
        var moved = new HashSet<EmailId>();
        var alike = placements.entrySet().stream().collect(Collectors.groupingBy(
                Map.Entry::getValue, Collectors.mapping(it -> it.getKey().value(), Collectors.toList())));
        alike.forEach((placement, emails) -> moved.addAll(sql.list(row -> new EmailId(uuid(row, "id")), """
                update email set category = ?, admission = ?
                where account_id = ? and id = any (?) and (category, admission) <> (?, ?)
                returning id
                """,
                placement.category().name(), placement.admission().name(), account.value(),
                emails.toArray(UUID[]::new), placement.category().name(), placement.admission().name())));
        return moved;
    }
}
