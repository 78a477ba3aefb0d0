package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.uuid;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ChangeQueue;
import org.waxwing.domain.change.WaitingChange;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.sync.RemoteChange;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

/** The queue in {@code pending_change}; every method is a fixed number of statements, however many messages. */
public final class JpaChangeQueue implements ChangeQueue {
    private final Sql sql;
    private final Settlement settlement;
    private final Moves moves;
    private final FinishedChanges finished;

    public JpaChangeQueue(EntityManager database) {
        this.sql = new Sql(database);
        this.settlement = new Settlement(sql);
        var departures = new Departures(sql);
        this.moves = new Moves(sql, departures);
        this.finished = new FinishedChanges(sql, departures);
    }

    @Override
    public Set<EmailId> mark(AccountId account, Collection<EmailId> emails, Keyword keyword, boolean present) {
        if (emails.isEmpty()) return Set.of();
        settlement.lock(account);
        return sql.over(emails.size(), () -> ids(sql.list(row -> new EmailId(uuid(row, "email_id")), """
                with changed as (
                    update email_mailbox set keywords = case
                        when ? then array(select k from unnest(keywords) as w (k) union all select ? order by 1)
                        else array_remove(keywords, ?) end
                    where account_id = ? and email_id = any (?) and (? = any (keywords)) <> ?
                        -- a message has what any copy has: that is no change, and must not be undone as one
                        and not (? and exists (
                            select from email_mailbox o
                            where o.account_id = email_mailbox.account_id and o.email_id = email_mailbox.email_id
                                and ? = any (o.keywords)))
                    returning email_id),
                those as (select distinct email_id from changed),
                cancelled as (
                    delete from pending_change p using those
                    where p.account_id = ? and p.email_id = those.email_id and p.kind = 'MARK'
                        and p.state = 'WAITING' and p.keyword = ? and p.present <> ?
                    returning p.email_id),
                queued as (
                    insert into pending_change (account_id, kind, email_id, keyword, present)
                    select ?, 'MARK', email_id, ?, ? from those
                    where email_id not in (select email_id from cancelled))
                select email_id from those
                """,
                present, keyword.name(), keyword.name(), account.value(), uuids(emails), keyword.name(), present,
                present, keyword.name(), account.value(), keyword.name(), present, account.value(), keyword.name(),
                present)));
    }

    @Override
    public Map<MailboxId, Set<EmailId>> move(
            AccountId account, Collection<EmailId> emails, Collection<MailboxId> from, MailboxId target) {
        if (emails.isEmpty() || from.isEmpty()) return Map.of();
        settlement.lock(account);
        return sql.over(emails.size(), () -> moves.move(account, emails, from, target));
    }

    @Override
    public Set<EmailId> moveBack(AccountId account, Collection<EmailId> emails, MailboxId from, MailboxId to) {
        if (emails.isEmpty()) return Set.of();
        settlement.lock(account);
        return sql.over(emails.size(), () -> moves.moveBack(account, emails, from, to));
    }

    @Override
    public Set<EmailId> delete(AccountId account, Collection<EmailId> emails, Collection<MailboxId> from) {
        if (emails.isEmpty() || from.isEmpty()) return Set.of();
        settlement.lock(account);
        var id = account.value();
        var sources = Sql.uuids(from.stream().map(MailboxId::value));
        return sql.over(emails.size(), () -> ids(sql.list(row -> new EmailId(uuid(row, "email_id")), """
                with gone as (
                    delete from email_mailbox
                    where account_id = ? and email_id = any (?) and mailbox_id = any (?)
                    returning *),
                instead as (
                    update pending_change p set kind = 'DELETE', target_id = null from gone
                    where gone.uid_validity = 0 and p.account_id = gone.account_id and p.position = gone.uid
                        and p.state = 'WAITING'
                    returning p.position),
                queued as (
                    insert into pending_change (account_id, kind, email_id, mailbox_id, follows)
                    select distinct account_id, 'DELETE', email_id, mailbox_id,
                        case when uid_validity = 0 then uid end
                    from gone where uid_validity > 0 or uid not in (select position from instead)
                    returning position, email_id, mailbox_id, follows),
                departed as (
                    insert into departing_copy
                        (account_id, mailbox_id, uid_validity, uid, email_id, keywords, trail, position)
                    select g.account_id, g.mailbox_id, g.uid_validity, g.uid, g.email_id, g.keywords, g.trail,
                        q.position
                    from gone g join queued q on q.email_id = g.email_id and q.mailbox_id = g.mailbox_id
                    where g.uid_validity > 0 and q.follows is null
                    on conflict (account_id, mailbox_id, uid_validity, uid) do update set
                        position = excluded.position, keywords = excluded.keywords)
                select distinct email_id from gone
                """, id, uuids(emails), sources)));
    }

    @Override
    public List<WaitingChange> waiting(AccountId account, int atMost) {
        return changes(account, sql.list(row -> row.getLong("position"), """
                select position from pending_change where account_id = ? and state <> 'DONE'
                order by position limit ?
                """, account.value(), atMost));
    }

    private List<WaitingChange> changes(AccountId account, Collection<Long> positions) {
        record Place(long position, WaitingChange.At at) {}
        if (positions.isEmpty()) return List.of();
        var id = account.value();
        var those = Sql.numbers(positions);
        var places = new HashMap<Long, List<WaitingChange.At>>();
        sql.list(row -> new Place(row.getLong("position"), at(row)), """
                select p.position, d.mailbox_id, m.remote_path, d.uid_validity, d.uid
                from pending_change p
                join departing_copy d on d.account_id = p.account_id and d.position = p.position
                join mailbox m on m.account_id = d.account_id and m.id = d.mailbox_id
                where p.account_id = ? and p.position = any (?) and m.remote_path is not null
                union all
                select p.position, c.mailbox_id, m.remote_path, c.uid_validity, c.uid
                from pending_change p
                cross join lateral (
                    select mailbox_id, uid_validity, uid from email_mailbox
                    where account_id = p.account_id and email_id = p.email_id and uid_validity > 0
                    union all
                    select mailbox_id, uid_validity, uid from departing_copy
                    where account_id = p.account_id and email_id = p.email_id) c
                join mailbox m on m.account_id = p.account_id and m.id = c.mailbox_id
                where p.account_id = ? and p.position = any (?) and p.kind = 'MARK' and m.remote_path is not null
                    and not exists (
                        select from pending_change before
                        where before.account_id = p.account_id and before.email_id = p.email_id
                            and before.kind = 'MOVE' and before.state = 'DONE' and before.position < p.position)
                """, id, those, id, those)
                .forEach(it -> places.computeIfAbsent(it.position(), at -> new ArrayList<>()).add(it.at()));
        return sql.list(row -> change(row, places.getOrDefault(row.getLong("position"), List.of())), """
                select p.*, m.path, m.remote_path, coalesce(t.remote_path, t.path) as target_path
                from pending_change p
                left join mailbox m on m.account_id = p.account_id and m.id = p.mailbox_id
                left join mailbox t on t.account_id = p.account_id and t.id = p.target_id
                where p.account_id = ? and p.position = any (?) and p.state <> 'DONE'
                order by p.position
                """, id, those);
    }

    private static WaitingChange.At at(ResultSet row) throws SQLException {
        return new WaitingChange.At(
                new MailboxId(uuid(row, "mailbox_id")),
                row.getString("remote_path"),
                new UidValidity(row.getLong("uid_validity")),
                new Uid(row.getLong("uid")));
    }

    private static WaitingChange change(ResultSet row, List<WaitingChange.At> places) throws SQLException {
        long position = row.getLong("position");
        boolean tried = row.getString("state").equals("TRIED");
        return switch (row.getString("kind")) {
            case "MARK" -> new WaitingChange.Mark(position, tried, new EmailId(uuid(row, "email_id")),
                    new Keyword(row.getString("keyword")), row.getBoolean("present"), places);
            case "MOVE" -> new WaitingChange.Move(position, tried, new EmailId(uuid(row, "email_id")),
                    new MailboxId(uuid(row, "target_id")), row.getString("target_path"), places);
            case "DELETE" -> new WaitingChange.Delete(position, tried, new EmailId(uuid(row, "email_id")), places);
            case "CREATE_FOLDER" -> new WaitingChange.CreateFolder(
                    position, tried, new MailboxId(uuid(row, "mailbox_id")), row.getString("path"));
            case "RENAME_FOLDER" -> new WaitingChange.RenameFolder(
                    position, tried, new MailboxId(uuid(row, "mailbox_id")), row.getString("remote_path"),
                    row.getString("path"));
            case "DROP_FOLDER" -> new WaitingChange.DropFolder(
                    position, tried, new MailboxId(uuid(row, "mailbox_id")), row.getString("remote_path"));
            default -> throw new IllegalStateException("No change is called that");
        };
    }

    @Override
    public long count(AccountId account) {
        return sql.list(row -> row.getLong(1), "select count(*) from pending_change where account_id = ?",
                account.value()).getFirst();
    }

    @Override
    public List<WaitingChange> attempt(AccountId account, Collection<Long> positions) {
        settlement.lock(account);
        var changes = changes(account, positions);
        sql.run("update pending_change set state = 'TRIED' where account_id = ? and position = any (?)"
                + " and state = 'WAITING'", account.value(), Sql.numbers(positions));
        return changes;
    }

    @Override
    public void done(AccountId account, Collection<Long> positions, Map<Long, Set<RemoteChange.Place>> moved) {
        settlement.lock(account);
        finished.done(account, positions, moved);
    }

    @Override
    public Set<EmailId> refused(
            AccountId account, Collection<Long> positions, RemoteChange.Refusal why, Instant now) {
        settlement.lock(account);
        return finished.refused(account, positions, why, now);
    }

    @Override
    public Set<EmailId> forgetUnseen(AccountId account) {
        settlement.lock(account);
        return finished.forgetUnseen(account);
    }

    private static UUID[] uuids(Collection<EmailId> emails) {
        return Sql.uuids(emails.stream().map(EmailId::value));
    }

    private static Set<EmailId> ids(List<EmailId> emails) {
        return new HashSet<>(emails);
    }
}
