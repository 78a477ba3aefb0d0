package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MailboxId;

/**
 * Moves copies from folder to folder, and back: a move adds the folder that was left to the trail of the copy, taking it
 * back removes it. Needs the lock of {@link Settlement}.
 */
final class Moves {
    // as many moves of one copy can be taken back one after the other, each to the very folder
    private static final int LONGEST_TRAIL = 20;

    private final Sql sql;
    private final Departures departures;

    Moves(Sql sql, Departures departures) {
        this.sql = sql;
        this.departures = departures;
    }

    /** Which copies go where: all that some folders have, or back to a folder what had come from there. */
    private record Going(
            AccountId account, Collection<EmailId> emails, Collection<MailboxId> from, MailboxId to, boolean back) {
        UUID[] those() {
            return Sql.uuids(emails.stream().map(EmailId::value));
        }

        UUID[] sources() {
            return Sql.uuids(from.stream().map(MailboxId::value).filter(it -> !it.equals(to.value())));
        }

        UUID target() {
            return to.value();
        }
    }

    Map<MailboxId, Set<EmailId>> move(
            AccountId account, Collection<EmailId> emails, Collection<MailboxId> from, MailboxId target) {
        return move(new Going(account, emails, from, target, false));
    }

    Set<EmailId> moveBack(AccountId account, Collection<EmailId> emails, MailboxId from, MailboxId to) {
        var going = new Going(account, emails, List.of(to), from, true);
        suppose(going);
        return move(going).getOrDefault(to, Set.of());
    }

    /** Takes the latest copy whose origin nobody knows for the one that came from there, where none is known to have. */
    private void suppose(Going going) {
        sql.run("""
                update email_mailbox c set trail = array[?::uuid]
                from (
                    select distinct on (v.email_id) v.mailbox_id, v.uid_validity, v.uid from email_mailbox v
                    where v.account_id = ? and v.email_id = any (?) and v.mailbox_id = any (?) and v.trail = '{}'
                        and not exists (
                            select from email_mailbox o
                            where o.account_id = v.account_id and o.email_id = v.email_id
                                and o.mailbox_id = v.mailbox_id and o.trail[cardinality(o.trail)] = ?)
                    order by v.email_id, v.uid_validity = 0 desc, v.uid desc) latest
                where c.account_id = ? and c.mailbox_id = latest.mailbox_id
                    and c.uid_validity = latest.uid_validity and c.uid = latest.uid
                """, going.target(), going.account().value(), going.those(), going.sources(), going.target(),
                going.account().value());
    }

    private Map<MailboxId, Set<EmailId>> move(Going going) {
        var moved = new HashMap<MailboxId, Set<EmailId>>();
        var id = going.account().value();
        moveOn(going, moved);
        sql.list(row -> note(row, moved, 0), """
                with leaving as (
                    delete from email_mailbox
                    where account_id = ? and email_id = any (?) and mailbox_id = any (?) and uid_validity > 0
                        and (not ? or trail[cardinality(trail)] = ?)
                    returning *),
                queued as (
                    insert into pending_change (account_id, kind, email_id, mailbox_id, target_id, trail, back)
                    select distinct account_id, 'MOVE', email_id, mailbox_id, ?::uuid, trail, ? from leaving
                    returning position, email_id, mailbox_id, trail),
                departed as (
                    insert into departing_copy
                        (account_id, mailbox_id, uid_validity, uid, email_id, keywords, trail, position)
                    select l.account_id, l.mailbox_id, l.uid_validity, l.uid, l.email_id, l.keywords, l.trail,
                        q.position
                    from leaving l join queued q using (email_id, mailbox_id, trail)
                    -- one that was on its way already, and was seen again before it had left, goes where it is wanted now
                    on conflict (account_id, mailbox_id, uid_validity, uid) do update set
                        position = excluded.position, keywords = excluded.keywords, trail = excluded.trail),
                shown as (
                    insert into email_mailbox
                        (account_id, mailbox_id, uid_validity, uid, email_id, keywords, received_at, unread, trail)
                    select distinct on (q.position)
                        l.account_id, ?::uuid, 0, q.position, l.email_id, l.keywords, l.received_at, l.unread,
                        %s
                    from leaving l join queued q using (email_id, mailbox_id, trail)
                    order by q.position, l.uid)
                select email_id, mailbox_id from queued
                """.formatted(trailOf("l")), id, going.those(), going.sources(), going.back(), going.target(),
                going.target(), going.back(), going.target(), going.back());
        return moved;
    }

    /**
     * Moves on what is shown in a folder and has not been seen there at the server. Nothing is merged across a change of
     * a folder: a message that is on its way out of a folder that is dropped then has to leave before that.
     */
    private void moveOn(Going going, Map<MailboxId, Set<EmailId>> moved) {
        var id = going.account().value();
        // asked for once: looked up for each message it would cost as much as all of them together
        long folders = sql.list(row -> row.getLong(1), """
                select coalesce(max(position), -1) from pending_change where account_id = ? and kind like '%FOLDER'
                """, id).getFirst();
        // back to where it came from, and the server has never heard of it
        var unheard = sql.list(row -> note(row, moved, row.getLong("uid")), """
                select v.uid, v.email_id, v.mailbox_id from email_mailbox v
                join pending_change p on p.account_id = v.account_id and p.position = v.uid
                where v.account_id = ? and v.email_id = any (?) and v.mailbox_id = any (?) and v.uid_validity = 0
                    and (not ? or v.trail[cardinality(v.trail)] = ?)
                    and p.state = 'WAITING' and p.mailbox_id = ? and p.position > ? and exists (
                        select from departing_copy d
                        where d.account_id = p.account_id and d.position = p.position)
                """, id, going.those(), going.sources(), going.back(), going.target(), going.target(), folders);
        stay(going, Sql.numbers(unheard));
        sql.list(row -> note(row, moved, 0), """
                with onward as (
                    update pending_change p set target_id = ? from email_mailbox v
                    where v.account_id = ? and v.email_id = any (?) and v.mailbox_id = any (?)
                        and v.uid_validity = 0 and (not ? or v.trail[cardinality(v.trail)] = ?)
                        and p.account_id = v.account_id and p.position = v.uid
                        and p.state = 'WAITING' and p.position > ?
                    returning p.position, v.email_id, v.mailbox_id),
                shown as (
                    update email_mailbox v set mailbox_id = ?, trail = %s from onward
                    where v.account_id = ? and v.mailbox_id = onward.mailbox_id and v.uid_validity = 0
                        and v.uid = onward.position)
                select email_id, mailbox_id from onward
                """.formatted(trailOf("v")), going.target(), id, going.those(), going.sources(), going.back(),
                going.target(),
                folders, going.target(), going.back(), id);
        sql.list(row -> note(row, moved, 0), """
                with onward as (
                    delete from email_mailbox
                    where account_id = ? and email_id = any (?) and mailbox_id = any (?) and uid_validity = 0
                        and (not ? or trail[cardinality(trail)] = ?)
                    returning *),
                queued as (
                    insert into pending_change
                        (account_id, kind, email_id, mailbox_id, target_id, trail, back, follows)
                    select account_id, 'MOVE', email_id, mailbox_id, ?::uuid, trail, ?, uid from onward
                    returning position, email_id, mailbox_id, follows),
                shown as (
                    insert into email_mailbox
                        (account_id, mailbox_id, uid_validity, uid, email_id, keywords, received_at, unread, trail)
                    select o.account_id, ?::uuid, 0, q.position, o.email_id, o.keywords, o.received_at, o.unread,
                        %s
                    from onward o join queued q on q.follows = o.uid)
                select email_id, mailbox_id from queued
                """.formatted(trailOf("o")), id, going.those(), going.sources(), going.back(), going.target(),
                going.target(), going.back(), going.target(), going.back());
    }

    private void stay(Going going, Long[] positions) {
        if (positions.length == 0) return;
        var id = going.account().value();
        // it has come by these ways all the same
        sql.run("""
                update departing_copy d set trail = %s from email_mailbox v
                where d.account_id = ? and d.position = any (?) and v.account_id = d.account_id
                    and v.mailbox_id = any (?) and v.uid_validity = 0 and v.uid = d.position
                """.formatted(trailOf("v")), going.back(), id, positions, going.sources());
        departures.restore(going.account(), positions);
        sql.run("delete from pending_change where account_id = ? and position = any (?)", id, positions);
    }

    /** The trail of a copy after it has moved; its argument is whether that takes back an earlier move. */
    private static String trailOf(String copy) {
        return """
                case when ? then trim_array(%1$s.trail, 1)
                    else (%1$s.trail || %1$s.mailbox_id)[greatest(cardinality(%1$s.trail) - %2$d, 1):] end"""
                .formatted(copy, LONGEST_TRAIL - 2);
    }

    private static long note(ResultSet row, Map<MailboxId, Set<EmailId>> moved, long position) throws SQLException {
        moved.computeIfAbsent(new MailboxId(uuid(row, "mailbox_id")), it -> new HashSet<>())
                .add(new EmailId(uuid(row, "email_id")));
        return position;
    }
}
