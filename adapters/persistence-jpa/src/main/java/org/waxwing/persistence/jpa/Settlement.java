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
                with shown as materialized (
                    select email_id from email_mailbox where account_id = ? and email_id = any (?)),
                gone as (
                    delete from email
                    where account_id = ? and id = any (?) and id not in (select email_id from shown)
                    returning id)
                delete from pending_change
                where account_id = ? and kind = 'MARK' and email_id in (select id from gone)
                """, account.value(), touched, account.value(), touched, account.value());
        sql.run("""
                with read as materialized (select id from email where account_id = ? and id = any (?) and seen)
                update email_mailbox set unread = not unread
                where account_id = ? and email_id = any (?) and unread = (email_id in (select id from read))
                """, account.value(), touched, account.value(), touched);
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
        // whoever goes on keeps standing where it stood
        sql.run("""
                with ended as (
                    delete from thread_standing it using unnest(?::uuid[], ?::uuid[]) as pair (ended, into_id)
                    where it.account_id = ? and it.thread_id = pair.ended
                    returning it.*, pair.into_id)
                insert into thread_standing
                    (account_id, thread_id, place, since, snoozed_until, muted, returned_at, fresh, held)
                select account_id, into_id, place, since, snoozed_until, muted, returned_at, fresh, held from ended
                on conflict do nothing
                """, ended, into, account.value());
        refresh(account, Stream.of(ended, into).flatMap(Stream::of).distinct().toArray(UUID[]::new));
    }

    /** Works out conversations and counts anew, for conversations whose messages are in line. Needs the lock. */
    void refresh(AccountId account, UUID[] threads) {
        if (threads.length == 0) return;
        countFolders(account, threads);
        describe(account, threads);
        sql.run("""
                with filled as materialized (
                    select thread_id from email where account_id = ? and thread_id = any (?))
                delete from thread
                where account_id = ? and id = any (?) and id not in (select thread_id from filled)
                """, account.value(), threads, account.value(), threads);
        place(account, threads);
    }

    /** Works out where lists show these conversations after they were put somewhere else. Needs the lock. */
    void stand(AccountId account, UUID[] threads) {
        countFolders(account, threads);
        place(account, threads);
    }

    private void place(AccountId account, UUID[] threads) {
        sql.run("""
                update thread t set place = now.place, placed_at = now.placed_at, category = now.category
                from (
                    select o.id, coalesce(stood.category, o.category) as category, s.place, case when s.snoozed_until is null then s.since
                        else timestamptz 'epoch' - (s.snoozed_until - timestamptz 'epoch') end as placed_at
                    from thread o
                    left join thread_standing s on s.account_id = o.account_id and s.thread_id = o.id
                    left join lateral (
                        select c.shelf as category from mailbox_thread c
                        where c.account_id = o.account_id and c.thread_id = o.id
                            and c.shelf in ('IMBOX', 'FEED', 'PAPER_TRAIL')
                        limit 1) stood on true
                    where o.account_id = ? and o.id = any (?)) now
                where t.account_id = ? and t.id = now.id
                    and (t.place, t.placed_at, t.category) is distinct from (now.place, now.placed_at, now.category)
                """, account.value(), threads, account.value());
    }

    // All parts of the statement see the rows as they were before it, so the folders move by now minus before.
    private void countFolders(AccountId account, UUID[] threads) {
        sql.run("""
                with shown as materialized (
                    select c.mailbox_id, e.thread_id, max(e.received_at) as last_message_at,
                        count(distinct e.id)::int as message_count,
                        (count(distinct e.id) filter (where not e.seen))::int as unread_count
                    from email e join email_mailbox c on c.account_id = e.account_id and c.email_id = e.id
                    where e.account_id = ? and e.thread_id = any (?)
                    group by c.mailbox_id, e.thread_id),
                inbox as materialized (
                    select id from mailbox where account_id = ? and role = 'INBOX'),
                -- as domain/sorting/Shelf does it
                sorted as materialized (
                    select e.thread_id, case
                        when bool_or(e.admission = 'IN' and e.category = 'IMBOX') then 'IMBOX'
                        when bool_or(e.admission = 'IN') then (array_agg(e.category order by e.received_at desc, e.id desc)
                            filter (where e.admission = 'IN'))[1]
                        when bool_or(e.admission = 'WAITING') then 'SCREENER'
                        else 'OUT' end as shelf
                    from email e join email_mailbox c on c.account_id = e.account_id and c.email_id = e.id
                    where e.account_id = ? and e.thread_id = any (?) and c.mailbox_id in (select id from inbox)
                    group by e.thread_id),
                held as (
                    select i.id as mailbox_id, s.thread_id, max(e.received_at) as last_message_at,
                        0 as message_count, 0 as unread_count
                    from thread_standing s
                    cross join (select id from inbox order by id limit 1) i
                    join email e on e.account_id = s.account_id and e.thread_id = s.thread_id and e.listed
                    where s.account_id = ? and s.thread_id = any (?) and s.held and not exists (
                        select from shown
                        where shown.thread_id = s.thread_id and shown.mailbox_id in (select id from inbox))
                    group by i.id, s.thread_id),
                now as materialized (
                    select n.*, greatest(n.last_message_at, s.returned_at) as risen_at,
                        case when n.mailbox_id in (select id from inbox) and s.place is null and s.muted is not true
                            then coalesce(o.shelf, 'IMBOX') end as shelf,
                        n.mailbox_id in (select id from inbox) and s.place is null and s.muted is not true
                            and s.fresh is true as fresh
                    from (select * from shown union all select * from held) n
                    left join sorted o on o.thread_id = n.thread_id
                    left join thread_standing s on s.account_id = ? and s.thread_id = n.thread_id),
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
                        (account_id, mailbox_id, thread_id, last_message_at, message_count, unread_count, risen_at,
                        shelf, fresh)
                    select ?, mailbox_id, thread_id, last_message_at, message_count, unread_count, risen_at, shelf,
                        fresh
                    from now
                    on conflict (account_id, mailbox_id, thread_id) do update set
                        last_message_at = excluded.last_message_at,
                        message_count = excluded.message_count,
                        unread_count = excluded.unread_count,
                        risen_at = excluded.risen_at,
                        shelf = excluded.shelf,
                        fresh = excluded.fresh
                    where (it.last_message_at, it.message_count, it.unread_count, it.risen_at, it.shelf, it.fresh)
                        is distinct from (excluded.last_message_at, excluded.message_count, excluded.unread_count,
                            excluded.risen_at, excluded.shelf, excluded.fresh))
                update mailbox set total = mailbox.total + moved.total, unread = mailbox.unread + moved.unread
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
                account.value(), threads, account.value(), account.value(), threads, account.value(), threads,
                account.value(), account.value(), threads, account.value(), threads, account.value(), account.value());
    }

    private void describe(AccountId account, UUID[] threads) {
        sql.run("""
                with message as materialized (
                    select thread_id, id, received_at, subject, preview, from_list, seen, starred, has_attachments,
                        listed, keywords,
                        row_number() over (partition by thread_id order by received_at desc, id desc) as latest,
                        row_number() over (partition by thread_id order by received_at, id) as oldest
                    from email where account_id = ? and thread_id = any (?)),
                -- each writer once, by their latest message
                writer as (
                    select distinct on (m.thread_id, lower(w.who ->> 'email')) m.thread_id, w.who, m.latest, w.place
                    from message m
                    cross join lateral jsonb_array_elements(m.from_list) with ordinality as w (who, place)
                    where m.latest <= %d
                    order by m.thread_id, lower(w.who ->> 'email'), m.latest, w.place),
                ranked as (
                    select thread_id, who, row_number() over (partition by thread_id order by latest, place) as rank
                    from writer),
                people as (
                    select thread_id, jsonb_agg(who order by rank) as list from ranked where rank <= %d
                    group by thread_id),
                label as (
                    select m.thread_id, array_agg(distinct k.word order by k.word) as list
                    from message m cross join lateral unnest(m.keywords) as k (word)
                    where k.word not like '$%%' group by m.thread_id),
                labelled as (
                    select m.thread_id, k.word, max(m.received_at) as at, bool_or(not m.seen) as unread
                    from message m cross join lateral unnest(m.keywords) as k (word)
                    where m.listed and k.word not like '$%%' group by m.thread_id, k.word),
                unlabelled as (
                    delete from thread_label t where t.account_id = ? and t.thread_id = any (?) and not exists (
                        select from labelled n where n.thread_id = t.thread_id and n.word = t.label)),
                kept as (
                    insert into thread_label as it (account_id, label, thread_id, last_message_at, unread)
                    select ?, word, thread_id, at, unread from labelled
                    on conflict (account_id, label, thread_id) do update set
                        last_message_at = excluded.last_message_at, unread = excluded.unread
                    where (it.last_message_at, it.unread)
                        is distinct from (excluded.last_message_at, excluded.unread))
                insert into thread (account_id, id, subject, preview, participants, message_count, unread_count,
                    starred, has_attachments, listed_at, listed_unread, starred_at, starred_unread, labels)
                select ?, m.thread_id, max(m.subject) filter (where m.oldest = 1),
                    max(m.preview) filter (where m.latest = 1),
                    coalesce(p.list, '[]'),
                    count(*), count(*) filter (where not m.seen), bool_or(m.starred), bool_or(m.has_attachments),
                    max(m.received_at) filter (where m.listed), bool_or(m.listed and not m.seen),
                    max(m.received_at) filter (where m.listed and m.starred),
                    bool_or(m.listed and m.starred and not m.seen),
                    coalesce(l.list, '{}')
                from message m
                left join people p on p.thread_id = m.thread_id
                left join label l on l.thread_id = m.thread_id
                group by m.thread_id, p.list, l.list
                on conflict (account_id, id) do update set
                    subject = excluded.subject, preview = excluded.preview, participants = excluded.participants,
                    message_count = excluded.message_count, unread_count = excluded.unread_count,
                    starred = excluded.starred, has_attachments = excluded.has_attachments,
                    listed_at = excluded.listed_at, listed_unread = excluded.listed_unread,
                    starred_at = excluded.starred_at, starred_unread = excluded.starred_unread,
                    labels = excluded.labels
                where (thread.subject, thread.preview, thread.participants, thread.message_count,
                        thread.unread_count, thread.starred, thread.has_attachments, thread.listed_at,
                        thread.listed_unread, thread.starred_at, thread.starred_unread, thread.labels)
                    is distinct from (excluded.subject, excluded.preview, excluded.participants,
                        excluded.message_count, excluded.unread_count, excluded.starred, excluded.has_attachments,
                        excluded.listed_at, excluded.listed_unread, excluded.starred_at, excluded.starred_unread,
                        excluded.labels)
                """.formatted(LOOKED_AT, PARTICIPANTS),
                account.value(), threads, account.value(), threads, account.value(), account.value());
    }
}
