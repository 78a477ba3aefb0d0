package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.instant;
import static org.waxwing.persistence.jpa.Sql.uuid;

import jakarta.persistence.EntityManager;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.sending.Errand;
import org.waxwing.domain.sending.ErrandId;
import org.waxwing.domain.sending.ErrandStore;
import org.waxwing.domain.sending.Occasion;
import org.waxwing.domain.sending.Task;
import org.waxwing.domain.sending.Trouble;
import org.waxwing.domain.sorting.Category;

/** Errands in {@code errand}; the house sees in {@code account_sync} when an account has one that is due. */
public final class JpaErrandStore implements ErrandStore {
    private final Sql sql;

    public JpaErrandStore(EntityManager database) {
        this.sql = new Sql(database);
    }

    @Override
    public void add(AccountId account, Collection<Errand> errands) {
        if (errands.isEmpty()) return;
        for (var it : errands)
            if (!it.account().equals(account)) throw new IllegalArgumentException("An errand of another account");
        sql.batch("""
                insert into errand
                    (account_id, id, reference, email_id, source, from_name, from_address, subject, received_at, category,
                    kind, target, reply_subject, reply_text, state, attempts, written_at, begun_at, due_at, trouble)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, errands.stream().map(JpaErrandStore::row));
        tellTheHouse(account);
    }

    private static Object[] row(Errand it) {
        var about = it.occasion();
        var reply = it.task() instanceof Task.Reply found ? found : new Task.Reply(EmailAddress.of(""), "", "");
        return new Object[]{
                it.account().value(), it.id().value(), it.reference(), about.email().value(), about.source().sha256(),
                about.from().name().value(), about.from().address(), about.subject().value(), about.receivedAt(),
                about.category().name(), it.task().kind().toUpperCase(Locale.ROOT), target(it.task()), reply.subject(),
                reply.text(), it.state().name(), it.attempts(), it.writtenAt(), it.begunAt(), it.dueAt(),
                it.trouble().name()
        };
    }

    private static String target(Task task) {
        return switch (task) {
            case Task.Mail mail -> mail.to().address();
            case Task.Webhook(var address) -> address.toString();
        };
    }

    @Override
    public List<ErrandId> due(AccountId account, Instant now, int atMost) {
        return sql.list(row -> new ErrandId(uuid(row, "id")), """
                select id from errand
                where account_id = ? and state in ('WAITING', 'TRYING', 'ENDING') and due_at <= ?
                order by due_at limit ?
                """, account.value(), now, atMost);
    }

    @Override
    public Optional<Errand> take(ErrandId id) {
        return sql.list(JpaErrandStore::errand, """
                select e.* from account a join errand e on e.account_id = a.id and e.id = ? for update of e
                """, id.value()).stream()
                .findFirst();
    }

    @Override
    public void note(Errand it) {
        int noted = sql.run("""
                update errand set state = ?, attempts = ?, begun_at = ?, due_at = ?, trouble = ?
                where account_id = ? and id = ?
                """, it.state().name(), it.attempts(), it.begunAt(), it.dueAt(), it.trouble().name(),
                it.account().value(), it.id().value());
        if (noted > 0) tellTheHouse(it.account());
    }

    @Override
    public int begunSince(AccountId account, Instant since) {
        // until the end of the transaction
        sql.list(row -> true, "select pg_advisory_xact_lock(hashtextextended('errands of ' || ?, 0))",
                account.toString());
        return sql.list(row -> row.getInt("begun"), """
                select count(*) as begun from errand
                where account_id = ? and attempts > 0 and kind <> 'WEBHOOK' and begun_at >= ?
                """, account.value(), since).getFirst();
    }

    @Override
    public List<Errand> of(EmailId email) {
        return sql.list(JpaErrandStore::errand, """
                select e.* from account a join errand e on e.account_id = a.id and e.email_id = ?
                order by e.written_at, e.id
                """, email.value());
    }

    @Override
    public void forget(AccountId account, Instant before) {
        sql.run("""
                delete from errand
                where account_id = ? and state in ('SENT', 'FAILED', 'UNCERTAIN') and due_at < ?
                """, account.value(), before);
    }

    /**
     * Two statements: the second sees what was written by whoever held the lock of the first. In one it would see the
     * errands as they were before it waited, and could let the house forget a new one.
     */
    private void tellTheHouse(AccountId account) {
        sql.list(row -> true, "select from account_sync where account_id = ? for update", account.value());
        sql.run("""
                update account_sync set send_at = (
                    select min(due_at) from errand
                    where account_id = ? and state in ('WAITING', 'TRYING', 'ENDING'))
                where account_id = ?
                """, account.value(), account.value());
    }

    private static Errand errand(ResultSet row) throws SQLException {
        return new Errand(
                new ErrandId(uuid(row, "id")),
                new AccountId(uuid(row, "account_id")),
                row.getString("reference"),
                new Occasion(
                        new EmailId(uuid(row, "email_id")),
                        new BlobId(row.getString("source")),
                        new EmailAddress(new UntrustedText(row.getString("from_name")), row.getString("from_address")),
                        new UntrustedText(row.getString("subject")),
                        instant(row, "received_at"),
                        Category.valueOf(row.getString("category"))),
                task(row),
                Errand.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                instant(row, "written_at"),
                instant(row, "begun_at"),
                instant(row, "due_at"),
                Trouble.valueOf(row.getString("trouble")));
    }

    private static Task task(ResultSet row) throws SQLException {
        var target = row.getString("target");
        return switch (row.getString("kind")) {
            case "FORWARD" -> new Task.Forward(EmailAddress.of(target));
            case "REPLY" -> new Task.Reply(
                    EmailAddress.of(target), row.getString("reply_subject"), row.getString("reply_text"));
            case "WEBHOOK" -> new Task.Webhook(URI.create(target));
            default -> throw new IllegalStateException("No errand is of the kind " + row.getString("kind"));
        };
    }
}
