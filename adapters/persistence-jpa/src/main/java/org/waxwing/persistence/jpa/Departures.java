package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.uuid;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.sync.UidValidity;

/**
 * Keeps in force what was done here while the server's state comes in: {@code pending_change} with
 * {@code departing_copy} and the copies under validity 0. Needs the lock of {@link Settlement}.
 */
final class Departures {
    private final Sql sql;

    Departures(Sql sql) {
        this.sql = sql;
    }

    /** Whether anything waits; for most accounts and most of the time nothing does. */
    boolean any(AccountId account) {
        return !sql.list(row -> true, "select from pending_change where account_id = ? limit 1", account.value())
                .isEmpty();
    }

    /** Messages were placed in a folder where the server has them. */
    void placed(AccountId account, MailboxId mailbox, UidValidity validity, UUID[] emails) {
        if (!any(account)) return;
        // whoever looked before these were sent away sees them once more
        sql.run("""
                delete from email_mailbox c using departing_copy d
                where c.account_id = ? and c.mailbox_id = ? and c.uid_validity = ? and c.email_id = any (?)
                    and d.account_id = c.account_id and d.mailbox_id = c.mailbox_id
                    and d.uid_validity = c.uid_validity and d.uid = c.uid
                """, account.value(), mailbox.value(), validity.value(), emails);
        remark(account, emails);
        // what was moved there is seen there now: the latest copies, in the order in which they were moved
        sql.run("""
                with seen as (
                    delete from email_mailbox v using pending_change p
                    where v.account_id = ? and v.mailbox_id = ? and v.uid_validity = 0 and v.email_id = any (?)
                        and p.account_id = v.account_id and p.position = v.uid and p.state <> 'WAITING'
                    returning v.uid as position, v.email_id, v.trail),
                came as (
                    select email_id, trail, row_number() over (partition by email_id order by position desc) as rank
                    from seen),
                copy as (
                    select email_id, uid, row_number() over (partition by email_id order by uid desc) as rank
                    from email_mailbox
                    where account_id = ? and mailbox_id = ? and uid_validity = ? and trail = '{}'
                        and email_id in (select email_id from seen)),
                traced as (
                    update email_mailbox c set trail = came.trail
                    from came join copy using (email_id, rank)
                    where c.account_id = ? and c.mailbox_id = ? and c.uid_validity = ? and c.uid = copy.uid)
                delete from pending_change where account_id = ? and state = 'DONE'
                    and position in (select position from seen)
                """, account.value(), mailbox.value(), emails,
                account.value(), mailbox.value(), validity.value(),
                account.value(), mailbox.value(), validity.value(), account.value());
        resolve(account, mailbox, validity, emails);
    }

    /**
     * Lets copies depart that were moved on or removed before they were known to be there, or to be there so. A change
     * that moves on what one before it brings takes one copy, and so does one that takes a move back: the latest.
     */
    private void resolve(AccountId account, MailboxId mailbox, UidValidity validity, UUID[] emails) {
        sql.run("""
                with open as (
                    select p.email_id, p.position, p.back or p.follows is not null as takes_one,
                        row_number() over (partition by p.email_id order by p.position desc) as rank
                    from pending_change p
                    where p.account_id = ? and p.mailbox_id = ? and p.email_id = any (?)
                        and p.kind in ('MOVE', 'DELETE') and p.state <> 'DONE'
                        and not exists (
                            select from departing_copy d
                            where d.account_id = p.account_id and d.position = p.position and d.uid_validity = ?)),
                copy as (
                    select c.*, row_number() over (partition by c.email_id order by c.uid desc) as rank
                    from email_mailbox c
                    where c.account_id = ? and c.mailbox_id = ? and c.uid_validity = ? and c.email_id = any (?)),
                due as (
                    select distinct on (c.uid) c.uid, c.email_id, c.keywords, c.trail, o.position
                    from copy c join open o on o.email_id = c.email_id and (not o.takes_one or o.rank = c.rank)
                    order by c.uid, o.position),
                gone as (
                    delete from email_mailbox c using due
                    where c.account_id = ? and c.mailbox_id = ? and c.uid_validity = ? and c.uid = due.uid)
                insert into departing_copy
                    (account_id, mailbox_id, uid_validity, uid, email_id, keywords, trail, position)
                select ?, ?, ?, due.uid, due.email_id, due.keywords, due.trail, due.position from due
                """,
                account.value(), mailbox.value(), emails, validity.value(),
                account.value(), mailbox.value(), validity.value(), emails,
                account.value(), mailbox.value(), validity.value(),
                account.value(), mailbox.value(), validity.value());
    }

    /** Puts the keywords that their owner wants on top of those that copies have at the server. */
    void remark(AccountId account, UUID[] emails) {
        sql.run("""
                with wanted as materialized (
                    select distinct on (email_id, keyword) email_id, keyword, present
                    from pending_change
                    where account_id = ? and email_id = any (?) and kind = 'MARK'
                    order by email_id, keyword, position desc),
                each as materialized (
                    select email_id, array_agg(keyword) as named,
                        coalesce(array_agg(keyword) filter (where present), '{}') as given
                    from wanted group by email_id)
                update email_mailbox c set keywords = array(
                    select k.word from unnest(c.keywords) as k (word) where k.word <> all (each.named)
                    union all
                    select unnest(each.given)
                    order by 1)
                from each where c.account_id = ? and c.email_id = each.email_id
                """, account.value(), emails, account.value());
    }

    /** Copies are gone at the server; changes that were to take them away have nothing left to do. */
    void vanished(AccountId account, MailboxId mailbox, UidValidity validity, Collection<Long> uids) {
        moot(account, sql.list(row -> row.getLong("position"), """
                delete from departing_copy
                where account_id = ? and mailbox_id = ? and uid_validity = ? and uid = any (?)
                returning position
                """, account.value(), mailbox.value(), validity.value(), Sql.numbers(uids)));
    }

    /** Copies under all other validities are void. */
    void voided(AccountId account, MailboxId mailbox, UidValidity validity) {
        sql.run("delete from departing_copy where account_id = ? and mailbox_id = ? and uid_validity <> ?",
                account.value(), mailbox.value(), validity.value());
    }

    private void moot(AccountId account, List<Long> positions) {
        if (positions.isEmpty()) return;
        var those = Sql.numbers(new HashSet<>(positions));
        sql.run("""
                delete from pending_change p
                where p.account_id = ? and p.position = any (?) and p.kind = 'DELETE' and not exists (
                    select from departing_copy d where d.account_id = p.account_id and d.position = p.position)
                """, account.value(), those);
        sql.run("""
                update pending_change p set state = 'DONE'
                where p.account_id = ? and p.position = any (?) and p.kind = 'MOVE' and not exists (
                    select from departing_copy d where d.account_id = p.account_id and d.position = p.position)
                """, account.value(), those);
    }

    /** Folders are about to be removed, because their server has them no more. */
    Set<EmailId> dropped(AccountId account, UUID[] mailboxes) {
        if (mailboxes.length == 0 || !any(account)) return Set.of();
        moot(account, sql.list(row -> row.getLong("position"), """
                delete from departing_copy where account_id = ? and mailbox_id = any (?) returning position
                """, account.value(), mailboxes));
        var back = new HashSet<>(restore(account, Sql.numbers(sql.list(row -> row.getLong("position"), """
                select position from pending_change
                where account_id = ? and target_id = any (?) and state <> 'DONE'
                """, account.value(), mailboxes))));
        sql.run("""
                delete from pending_change
                where account_id = ? and ((mailbox_id = any (?) and kind <> 'MOVE') or target_id = any (?))
                """, account.value(), mailboxes, mailboxes);
        // where these are now is seen when all folders have been compared
        sql.run("update pending_change set state = 'DONE' where account_id = ? and mailbox_id = any (?)",
                account.value(), mailboxes);
        return back;
    }

    /** Shows messages again where the server still has them, in place of where these changes moved them. */
    Set<EmailId> restore(AccountId account, Long[] positions) {
        if (positions.length == 0) return Set.of();
        var shown = sql.list(row -> new EmailId(uuid(row, "email_id")), """
                delete from email_mailbox v using pending_change p
                where p.account_id = ? and p.position = any (?) and v.account_id = p.account_id
                    and v.mailbox_id = p.target_id and v.uid_validity = 0 and v.uid = p.position
                returning v.email_id
                """, account.value(), positions);
        var back = sql.list(row -> new EmailId(uuid(row, "email_id")), """
                with back as (
                    delete from departing_copy where account_id = ? and position = any (?)
                    returning mailbox_id, uid_validity, uid, email_id, keywords, trail)
                insert into email_mailbox
                    (account_id, mailbox_id, uid_validity, uid, email_id, keywords, received_at, unread, trail)
                select e.account_id, b.mailbox_id, b.uid_validity, b.uid, e.id, b.keywords, e.received_at,
                    not e.seen, b.trail
                from back b join email e on e.account_id = ? and e.id = b.email_id
                on conflict do nothing
                returning email_id
                """, account.value(), positions, account.value());
        var touched = new HashSet<>(shown);
        touched.addAll(back);
        remark(account, Sql.uuids(touched.stream().map(EmailId::value)));
        return touched;
    }
}
