package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.instant;
import static org.waxwing.persistence.jpa.Sql.uuid;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.FolderHealth;
import org.waxwing.domain.sync.FolderStateStore;
import org.waxwing.domain.sync.SyncPoint;
import org.waxwing.domain.sync.SyncStatus.Past;
import org.waxwing.domain.sync.UidValidity;

/** Points and health in the columns of {@code mailbox} beside those of the folder itself. */
public final class JpaFolderStateStore implements FolderStateStore {
    private final Sql sql;
    private final Settlement settlement;

    public JpaFolderStateStore(EntityManager database) {
        this.sql = new Sql(database);
        this.settlement = new Settlement(sql);
    }

    @Override
    public Map<MailboxId, SyncPoint> points(AccountId account) {
        var points = new HashMap<MailboxId, SyncPoint>();
        sql.list(row -> points.put(new MailboxId(uuid(row, "id")), new SyncPoint(
                new UidValidity(row.getLong("point_validity")),
                row.getLong("uid_next"),
                row.getLong("remote_messages"),
                row.getLong("mod_seq"))), """
                        select id, point_validity, uid_next, remote_messages, mod_seq from mailbox
                        where account_id = ? and point_validity is not null and uid_next is not null
                        """, account.value());
        return points;
    }

    @Override
    public void caughtUp(AccountId account, MailboxId mailbox, SyncPoint point, long undelivered, Instant now) {
        sql.run("""
                update mailbox
                set point_validity = ?, uid_next = ?, remote_messages = ?, mod_seq = ?, undelivered = ?, caught_up_at = ?, problem = null,
                    problem_at = null
                where account_id = ? and id = ?
                """, point.validity().value(), point.uidNext(), point.messages(), point.modSeq(), undelivered, now,
                account.value(),
                mailbox.value());
    }

    @Override
    public void unchanged(AccountId account, List<MailboxId> mailboxes, Instant now) {
        sql.run("""
                update mailbox set caught_up_at = ?, problem = null, problem_at = null
                where account_id = ? and id = any (?)
                """, now, account.value(), Sql.uuids(mailboxes.stream().map(MailboxId::value)));
    }

    @Override
    public void pace(AccountId account, MailboxId mailbox, double messagesPerSecond) {
        sql.run("update mailbox set per_second = ? where account_id = ? and id = ?",
                messagesPerSecond, account.value(), mailbox.value());
    }

    @Override
    public void failed(AccountId account, MailboxId mailbox, ConnectionProblem problem, Instant now) {
        sql.run("update mailbox set problem = ?, problem_at = ? where account_id = ? and id = ?",
                problem.name(), now, account.value(), mailbox.value());
    }

    // the next validity stands for none: no server has it at this moment, as it has the one that is counted on from
    @Override
    public void startOver(AccountId account) {
        settlement.lock(account);
        for (var table : List.of("email_mailbox", "departing_copy"))
            sql.run("update " + table + " set uid_validity = uid_validity % 4294967295 + 1"
                    + " where account_id = ? and uid_validity > 0", account.value());
        sql.run("""
                update mailbox
                set uid_validity = uid_validity % 4294967295 + 1, uid_next = null, remote_messages = -1,
                    mod_seq = 0
                where account_id = ?
                """, account.value());
    }

    @Override
    public List<FolderHealth> health(AccountId account) {
        return sql.list(JpaFolderStateStore::health, """
                select * from mailbox where account_id = ? and not leaving
                order by array_position(?, role), path collate "C"
                """, account.value(), Sql.words(Stream.of(MailboxRole.values()).map(MailboxRole::name)));
    }

    private static FolderHealth health(ResultSet row) throws SQLException {
        return new FolderHealth(
                JpaMailReader.folder(row),
                row.getLong("total"),
                row.getLong("remote_messages"),
                row.getLong("undelivered"),
                row.getDouble("per_second"),
                past(row));
    }

    private static Past past(ResultSet row) throws SQLException {
        Past before = row.getObject("caught_up_at") == null
                ? new Past.None()
                : new Past.Succeeded(instant(row, "caught_up_at"));
        if (row.getString("problem") == null) return before;
        return new Past.Failed(
                ConnectionProblem.valueOf(row.getString("problem")), instant(row, "problem_at"), before);
    }
}
