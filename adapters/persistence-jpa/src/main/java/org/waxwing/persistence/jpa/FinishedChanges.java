package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.uuid;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.sync.RemoteChange;

/** What becomes of changes that a server has done or refused. Needs the lock of {@link Settlement}. */
final class FinishedChanges {
    private final Sql sql;
    private final Departures departures;

    FinishedChanges(Sql sql, Departures departures) {
        this.sql = sql;
        this.departures = departures;
    }

    void done(AccountId account, Collection<Long> positions, Map<Long, Set<RemoteChange.Place>> moved) {
        var id = account.value();
        var those = Sql.numbers(positions);
        renamed(account, those);
        sql.run("delete from departing_copy where account_id = ? and position = any (?)", id, those);
        if (!moved.isEmpty()) moved(account, moved);
        // the server did not say where these are now: they stay where they are shown until they are seen
        sql.run("""
                update pending_change p set state = 'DONE'
                where p.account_id = ? and p.position = any (?) and p.kind = 'MOVE' and exists (
                    select from email_mailbox v
                    where v.account_id = p.account_id and v.email_id = p.email_id and v.mailbox_id = p.target_id
                        and v.uid_validity = 0 and v.uid = p.position)
                """, id, those);
        sql.run("delete from pending_change where account_id = ? and position = any (?) and state <> 'DONE'",
                id, those);
    }

    private void renamed(AccountId account, Long[] positions) {
        var id = account.value();
        sql.run("""
                update mailbox m set remote_path = m.path from pending_change p
                where p.account_id = ? and p.position = any (?) and p.kind = 'CREATE_FOLDER'
                    and m.account_id = p.account_id and m.id = p.mailbox_id
                """, id, positions);
        sql.run("""
                update mailbox m
                set remote_path = top.path || substr(m.remote_path, length(top.remote_path) + 1)
                from pending_change p
                join mailbox top on top.account_id = p.account_id and top.id = p.mailbox_id
                where p.account_id = ? and p.position = any (?) and p.kind = 'RENAME_FOLDER'
                    and m.account_id = p.account_id
                    and (m.id = top.id or (top.delimiter <> ''
                        and starts_with(m.remote_path, top.remote_path || top.delimiter)))
                """, id, positions);
        sql.run("""
                delete from mailbox m using pending_change p
                where p.account_id = ? and p.position = any (?) and p.kind = 'DROP_FOLDER'
                    and m.account_id = p.account_id and m.id = p.mailbox_id
                """, id, positions);
    }

    /** Messages are in their new folders under these UIDs. */
    private void moved(AccountId account, Map<Long, Set<RemoteChange.Place>> moved) {
        record New(long position, RemoteChange.Place place) {}
        var id = account.value();
        var all = moved.entrySet().stream()
                .flatMap(it -> it.getValue().stream().map(place -> new New(it.getKey(), place)))
                .toList();
        var positions = all.stream().map(New::position).toArray(Long[]::new);
        var validities = all.stream().map(it -> it.place().validity().value()).toArray(Long[]::new);
        var uids = all.stream().map(it -> it.place().uid().value()).toArray(Long[]::new);
        // moved on meanwhile: the next change finds it there
        sql.run("""
                insert into departing_copy (account_id, mailbox_id, uid_validity, uid, email_id, keywords, position)
                select p.account_id, p.target_id, n.validity, n.uid, p.email_id, '{}', next.position
                from unnest(?::bigint[], ?::bigint[], ?::bigint[]) as n (position, validity, uid)
                join pending_change p on p.account_id = ? and p.position = n.position
                cross join lateral (
                    select l.position from pending_change l
                    where l.account_id = p.account_id and l.email_id = p.email_id and l.mailbox_id = p.target_id
                        and l.kind in ('MOVE', 'DELETE') and l.state <> 'DONE' and l.position > p.position
                        and (l.follows is null or l.follows = p.position)
                        and not exists (
                            select from departing_copy d
                            where d.account_id = l.account_id and d.position = l.position)
                    order by l.position limit 1) next
                on conflict do nothing
                """, positions, validities, uids, id);
        // seen there already by somebody who looked in between
        sql.run("""
                with seen as (
                    delete from email_mailbox v
                    using unnest(?::bigint[], ?::bigint[], ?::bigint[]) as n (position, validity, uid), email_mailbox c
                    where v.account_id = ? and v.uid_validity = 0 and v.uid = n.position
                        and c.account_id = v.account_id and c.mailbox_id = v.mailbox_id
                        and c.uid_validity = n.validity and c.uid = n.uid
                    returning c.mailbox_id, c.uid_validity, c.uid, v.trail)
                update email_mailbox c set trail = seen.trail from seen
                where c.account_id = ? and c.mailbox_id = seen.mailbox_id and c.uid_validity = seen.uid_validity
                    and c.uid = seen.uid and c.trail = '{}'
                """, positions, validities, uids, id, id);
        // a folder that had a message several times is shown by one copy until their places are known
        sql.run("""
                with n as materialized (
                    select position, validity, uid,
                        row_number() over (partition by position order by validity, uid) as rank
                    from unnest(?::bigint[], ?::bigint[], ?::bigint[]) as told (position, validity, uid)),
                others as (
                    insert into email_mailbox
                        (account_id, mailbox_id, uid_validity, uid, email_id, keywords, received_at, unread, trail)
                    select v.account_id, v.mailbox_id, n.validity, n.uid, v.email_id, v.keywords, v.received_at,
                        v.unread, v.trail
                    from n join email_mailbox v on v.account_id = ? and v.uid_validity = 0 and v.uid = n.position
                    where n.rank > 1
                    on conflict do nothing)
                update email_mailbox v set uid_validity = n.validity, uid = n.uid from n
                where v.account_id = ? and v.uid_validity = 0 and v.uid = n.position and n.rank = 1
                """, positions, validities, uids, id, id);
    }

    Set<EmailId> refused(AccountId account, Collection<Long> positions, RemoteChange.Refusal why, Instant now) {
        var id = account.value();
        // what was to go into a folder that is not made, or on from where a message may not go, cannot be done either
        var all = new HashSet<>(positions);
        all.addAll(sql.list(row -> row.getLong("position"), """
                with recursive refused as (
                    select account_id, position, kind, email_id, mailbox_id, target_id from pending_change
                    where account_id = ? and position = any (?)
                    union
                    select p.account_id, p.position, p.kind, p.email_id, p.mailbox_id, p.target_id
                    from refused r join pending_change p on p.account_id = r.account_id and (
                        (r.kind = 'CREATE_FOLDER' and p.target_id = r.mailbox_id)
                        or (r.kind = 'MOVE' and p.email_id = r.email_id and p.mailbox_id = r.target_id
                            and p.position > r.position and p.kind in ('MOVE', 'DELETE')
                            and (p.follows is null or p.follows = r.position) and not exists (
                                select from departing_copy d
                                where d.account_id = p.account_id and d.position = p.position))))
                select position from refused
                """, id, Sql.numbers(positions)));
        var those = Sql.numbers(all);
        note(account, Sql.numbers(positions), why, now);
        var touched = new HashSet<>(departures.restore(account, those));
        touched.addAll(unmark(account, those));
        lookAgain(account, those);
        unmakeFolders(account, those);
        sql.run("delete from pending_change where account_id = ? and position = any (?)", id, those);
        return touched;
    }

    private void note(AccountId account, Long[] positions, RemoteChange.Refusal why, Instant now) {
        sql.run("""
                insert into change_refusal (account_id, what, why, subject, count, at)
                select p.account_id, p.kind, ?, coalesce(max(m.path), max(e.subject), ''), count(*), ?
                from pending_change p
                left join email e on e.account_id = p.account_id and e.id = p.email_id
                left join mailbox m on p.kind like '%FOLDER' and m.account_id = p.account_id and m.id = p.mailbox_id
                where p.account_id = ? and p.position = any (?)
                group by p.account_id, p.kind
                """, why.name(), now, account.value(), positions);
    }

    private Set<EmailId> unmark(AccountId account, Long[] positions) {
        return Set.copyOf(sql.list(row -> new EmailId(uuid(row, "email_id")), """
                update email_mailbox c
                set keywords = case when p.present then array_remove(c.keywords, p.keyword)
                    else array(select k from unnest(c.keywords) as w (k) union select p.keyword order by 1) end
                from pending_change p
                where p.account_id = ? and p.position = any (?) and p.kind = 'MARK'
                    and c.account_id = p.account_id and c.email_id = p.email_id
                returning c.email_id
                """, account.value(), positions).stream().distinct().toList());
    }

    /** Folders whose server refused something are compared message by message once more. */
    private void lookAgain(AccountId account, Long[] positions) {
        sql.run("""
                update mailbox m set uid_next = null
                where m.account_id = ? and (
                    m.id in (
                        select mailbox_id from pending_change
                        where account_id = ? and position = any (?) and kind in ('MOVE', 'DELETE'))
                    or m.id in (
                        select c.mailbox_id from pending_change p
                        join email_mailbox c on c.account_id = p.account_id and c.email_id = p.email_id
                        where p.account_id = ? and p.position = any (?) and p.kind = 'MARK'))
                """, account.value(), account.value(), positions, account.value(), positions);
    }

    private void unmakeFolders(AccountId account, Long[] positions) {
        var id = account.value();
        sql.run("""
                delete from mailbox m using pending_change p
                where p.account_id = ? and p.position = any (?) and p.kind = 'CREATE_FOLDER'
                    and m.account_id = p.account_id and m.id = p.mailbox_id
                """, id, positions);
        sql.run("""
                update mailbox m set path = top.remote_path || substr(m.path, length(top.path) + 1)
                from pending_change p
                join mailbox top on top.account_id = p.account_id and top.id = p.mailbox_id
                where p.account_id = ? and p.position = any (?) and p.kind = 'RENAME_FOLDER'
                    and m.account_id = p.account_id
                    and (m.id = top.id or (top.delimiter <> '' and starts_with(m.path, top.path || top.delimiter)))
                """, id, positions);
        sql.run("""
                update mailbox m set leaving = false from pending_change p
                where p.account_id = ? and p.position = any (?) and p.kind = 'DROP_FOLDER'
                    and m.account_id = p.account_id and m.id = p.mailbox_id
                """, id, positions);
    }

    Set<EmailId> forgetUnseen(AccountId account) {
        var id = account.value();
        // what was to be moved on from a folder in which it never appeared is not there either
        sql.run("""
                update pending_change p set state = 'DONE'
                where p.account_id = ? and p.kind = 'MOVE' and p.state <> 'DONE'
                    and not exists (
                        select from departing_copy d
                        where d.account_id = p.account_id and d.position = p.position)
                    and not exists (
                        select from pending_change before
                        where before.account_id = p.account_id and before.email_id = p.email_id
                            and before.position < p.position and before.state <> 'DONE')
                """, id);
        var gone = sql.list(row -> new EmailId(uuid(row, "email_id")), """
                delete from email_mailbox v using pending_change p
                where p.account_id = ? and p.state = 'DONE' and v.account_id = p.account_id and v.uid_validity = 0
                    and v.uid = p.position
                returning v.email_id
                """, id);
        sql.run("delete from pending_change where account_id = ? and state = 'DONE'", id);
        // about messages that are nowhere
        sql.run("""
                delete from pending_change p
                where p.account_id = ? and p.kind in ('MARK', 'DELETE')
                    and not exists (
                        select from departing_copy d where d.account_id = p.account_id and d.email_id = p.email_id)
                    and not exists (
                        select from email_mailbox c where c.account_id = p.account_id and c.email_id = p.email_id)
                """, id);
        return new HashSet<>(gone);
    }
}
