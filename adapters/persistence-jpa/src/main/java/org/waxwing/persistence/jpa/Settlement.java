package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.uuid;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.ThreadId;

/**
 * Works out what follows from which folder shows which message: the keywords of messages, conversations as a whole and
 * per folder, and the counts of folders. Touches only conversations of touched messages and moves the counts by what
 * changed there, so its cost does not grow with the mailbox; one at a time for an account, so the counts are right.
 */
final class Settlement {
    // how far back participants are looked for in a conversation without end
    private static final int LOOKED_AT = 200;
    private static final int PARTICIPANTS = 6;

    private final Sql sql;

    Settlement(Sql sql) {
        this.sql = sql;
    }

    /** Makes whoever else would change the mail of this account wait for the end of this transaction. */
    void lock(AccountId account) {
        sql.list(row -> uuid(row, "account_id"), """
                select account_id from account_sync where account_id = ? for no key update
                """, account.value());
    }

    /** Brings everything in line with the copies of these messages. Needs the lock. */
    void settle(AccountId account, UUID[] touched) {
        var threads = Sql.uuids(sql.list(row -> uuid(row, "thread_id"), """
                select distinct thread_id from email where account_id = ? and id = any (?)
                """, account.value(), touched).stream());
        // A message carries every mark that any of its copies has: one copy read is the message read.
        sql.run("""
                update email set keywords = now.keywords, listed = now.listed
                from (
                    select c.email_id,
                        coalesce(array_agg(distinct k.word order by k.word) filter (where k.word is not null), '{}')
                            as keywords,
                        bool_or(m.role not in ('JUNK', 'TRASH')) as listed
                    from email_mailbox c
                    join mailbox m on m.account_id = c.account_id and m.id = c.mailbox_id
                    left join lateral unnest(c.keywords) as k (word) on true
                    where c.account_id = ? and c.email_id = any (?)
                    group by c.email_id) now
                where email.account_id = ? and email.id = now.email_id
                    and (email.keywords <> now.keywords or email.listed <> now.listed)
                """, account.value(), touched, account.value());
        sql.run("""
                delete from email
                where account_id = ? and id = any (?) and not exists (
                    select from email_mailbox c where c.account_id = email.account_id and c.email_id = email.id)
                """, account.value(), touched);
        sql.run("""
                update email_mailbox set unread = not e.seen
                from email e
                where email_mailbox.account_id = ? and email_mailbox.email_id = any (?)
                    and e.account_id = email_mailbox.account_id and e.id = email_mailbox.email_id
                    and email_mailbox.unread = e.seen
                """, account.value(), touched);
        refresh(account, threads);
    }

    /** Moves everything of the conversations that end into those they become part of. Needs the lock. */
    void merge(AccountId account, Map<ThreadId, ThreadId> merged) {
        var pairs = List.copyOf(merged.entrySet());
        var ended = Sql.uuids(pairs.stream().map(it -> it.getKey().value()));
        var into = Sql.uuids(pairs.stream().map(it -> it.getValue().value()));
        for (var table : List.of("email", "thread_tie"))
            sql.run("""
                    update %s as it set thread_id = pair.into_id
                    from unnest(?::uuid[], ?::uuid[]) as pair (ended, into_id)
                    where it.account_id = ? and it.thread_id = pair.ended
                    """.formatted(table), ended, into, account.value());
        refresh(account, Stream.of(ended, into).flatMap(Stream::of).distinct().toArray(UUID[]::new));
    }

    private void refresh(AccountId account, UUID[] threads) {
        if (threads.length == 0) return;
        countFolders(account, threads);
        describe(account, threads);
        sql.run("""
                delete from thread
                where account_id = ? and id = any (?) and not exists (
                    select from email e where e.account_id = thread.account_id and e.thread_id = thread.id)
                """, account.value(), threads);
    }

    // All parts of the statement see the rows as they were before it, so the folders move by now minus before.
    private void countFolders(AccountId account, UUID[] threads) {
        sql.run("""
                with now as (
                    select c.mailbox_id, e.thread_id, max(e.received_at) as last_message_at,
                        count(*)::int as message_count, (count(*) filter (where not e.seen))::int as unread_count
                    from email e
                    cross join lateral (
                        select distinct mailbox_id from email_mailbox
                        where account_id = e.account_id and email_id = e.id) c
                    where e.account_id = ? and e.thread_id = any (?)
                    group by c.mailbox_id, e.thread_id),
                before as (
                    select mailbox_id, thread_id, message_count, unread_count
                    from mailbox_thread where account_id = ? and thread_id = any (?)),
                gone as (
                    delete from mailbox_thread
                    where account_id = ? and thread_id = any (?) and not exists (
                        select from now
                        where now.mailbox_id = mailbox_thread.mailbox_id and now.thread_id = mailbox_thread.thread_id)),
                kept as (
                    insert into mailbox_thread as it
                        (account_id, mailbox_id, thread_id, last_message_at, message_count, unread_count)
                    select ?, mailbox_id, thread_id, last_message_at, message_count, unread_count from now
                    on conflict (account_id, mailbox_id, thread_id) do update set
                        last_message_at = excluded.last_message_at,
                        message_count = excluded.message_count,
                        unread_count = excluded.unread_count
                    where (it.last_message_at, it.message_count, it.unread_count)
                        is distinct from (excluded.last_message_at, excluded.message_count, excluded.unread_count))
                update mailbox set total = total + moved.total, unread = unread + moved.unread
                from (
                    select mailbox_id, sum(message_count) as total, sum(unread_count) as unread
                    from (
                        select mailbox_id, message_count, unread_count from now
                        union all
                        select mailbox_id, -message_count, -unread_count from before) each
                    group by mailbox_id
                    having sum(message_count) <> 0 or sum(unread_count) <> 0) moved
                where mailbox.account_id = ? and mailbox.id = moved.mailbox_id
                """,
                account.value(), threads, account.value(), threads, account.value(), threads, account.value(),
                account.value());
    }

    private void describe(AccountId account, UUID[] threads) {
        sql.run("""
                insert into thread as it (account_id, id, subject, preview, participants, message_count, unread_count,
                    starred, has_attachments, listed, listed_unread, listed_starred, last_message_at)
                select ?, t.thread_id, first.subject, latest.preview, people.list, t.message_count, t.unread_count,
                    t.starred, t.has_attachments, t.listed, t.listed_unread, t.listed_starred, t.last_message_at
                from (
                    select thread_id, count(*) as message_count, count(*) filter (where not seen) as unread_count,
                        bool_or(starred) as starred, bool_or(has_attachments) as has_attachments,
                        bool_or(listed) as listed, bool_or(listed and not seen) as listed_unread,
                        bool_or(listed and starred) as listed_starred, max(received_at) as last_message_at
                    from email where account_id = ? and thread_id = any (?)
                    group by thread_id) t
                cross join lateral (
                    select subject from email where account_id = ? and thread_id = t.thread_id
                    order by received_at, id limit 1) first
                cross join lateral (
                    select preview from email where account_id = ? and thread_id = t.thread_id
                    order by received_at desc, id desc limit 1) latest
                cross join lateral (
                    select coalesce(jsonb_agg(who order by at desc, id desc, place), '[]') as list
                    from (
                        select * from (
                            select distinct on (lower(w.who ->> 'email')) w.who, e.received_at as at, e.id, w.place
                            from (
                                select received_at, id, from_list from email
                                where account_id = ? and thread_id = t.thread_id
                                order by received_at desc, id desc limit %d) e
                            cross join lateral jsonb_array_elements(e.from_list) with ordinality as w (who, place)
                            order by lower(w.who ->> 'email'), e.received_at desc, e.id desc, w.place) each
                        order by at desc, id desc, place limit %d) latest) people
                on conflict (account_id, id) do update set
                    subject = excluded.subject, preview = excluded.preview, participants = excluded.participants,
                    message_count = excluded.message_count, unread_count = excluded.unread_count,
                    starred = excluded.starred, has_attachments = excluded.has_attachments, listed = excluded.listed,
                    listed_unread = excluded.listed_unread, listed_starred = excluded.listed_starred,
                    last_message_at = excluded.last_message_at
                """.formatted(LOOKED_AT, PARTICIPANTS),
                account.value(), account.value(), threads, account.value(), account.value(), account.value());
    }
}
