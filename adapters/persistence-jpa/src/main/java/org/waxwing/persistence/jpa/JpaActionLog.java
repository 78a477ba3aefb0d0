package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.instant;
import static org.waxwing.persistence.jpa.Sql.uuid;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.Refused;
import org.waxwing.domain.change.RefusalId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.sync.RemoteChange;

/** Actions in {@code mail_action}, one row for each kind of change in {@code mail_action_entry}. */
public final class JpaActionLog implements ActionLog {
    private final Sql sql;

    public JpaActionLog(EntityManager database) {
        this.sql = new Sql(database);
    }

    @Override
    public void record(ActionId action, PersonId owner, List<Entry> entries, Instant now, Instant undoUntil) {
        // what can not be undone any more need not be remembered
        sql.run("delete from mail_action where owner_id = ? and undo_until < ?", owner.value(), now);
        sql.run("insert into mail_action (id, owner_id, at, undo_until) values (?, ?, ?, ?)",
                action.value(), owner.value(), now, undoUntil);
        sql.batch("""
                insert into mail_action_entry
                    (action_id, ordinal, account_id, emails, keyword, present, from_id, to_id)
                values (?, ?, ?, ?, nullif(?, ''), nullif(?, '')::boolean, nullif(?, '')::uuid, nullif(?, '')::uuid)
                """, IntStream.range(0, entries.size()).mapToObj(i -> row(action, i, entries.get(i))));
    }

    private static Object[] row(ActionId action, int ordinal, Entry entry) {
        var emails = Sql.uuids(entry.emails().stream().map(EmailId::value));
        return switch (entry) {
            case Entry.Marked(var account, var keyword, var present, var those) -> new Object[]{
                    action.value(), ordinal, account.value(), emails, keyword.name(), Boolean.toString(present), "",
                    ""};
            case Entry.Moved(var account, var from, var to, var those) -> new Object[]{
                    action.value(), ordinal, account.value(), emails, "", "", from.value().toString(),
                    to.value().toString()};
        };
    }

    @Override
    public Optional<List<Entry>> take(ActionId action, Instant now) {
        int taken = sql.run("""
                update mail_action set undone = true where id = ? and not undone and undo_until >= ?
                """, action.value(), now);
        if (taken == 0) return Optional.empty();
        return Optional.of(sql.list(JpaActionLog::entry, """
                select * from mail_action_entry where action_id = ? order by ordinal
                """, action.value()));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var account = new AccountId(uuid(row, "account_id"));
        Set<EmailId> emails = Arrays.stream((UUID[]) row.getArray("emails").getArray())
                .map(EmailId::new)
                .collect(Collectors.toSet());
        return row.getString("keyword") != null
                ? new Entry.Marked(
                        account, new Keyword(row.getString("keyword")), row.getBoolean("present"), emails)
                : new Entry.Moved(
                        account, new MailboxId(uuid(row, "from_id")), new MailboxId(uuid(row, "to_id")), emails);
    }

    @Override
    public boolean exists(ActionId action) {
        return !sql.list(row -> true, "select from mail_action where id = ?", action.value()).isEmpty();
    }

    @Override
    public List<Refused> refusals(int atMost) {
        return sql.list(row -> new Refused(
                new RefusalId(uuid(row, "id")),
                new AccountId(uuid(row, "account_id")),
                Refused.What.valueOf(row.getString("what")),
                RemoteChange.Refusal.valueOf(row.getString("why")),
                new UntrustedText(row.getString("subject")),
                row.getLong("count"),
                instant(row, "at")), """
                        select r.* from account a join change_refusal r on r.account_id = a.id
                        order by r.at desc, r.id limit ?
                        """, atMost);
    }

    @Override
    public void dismiss(Set<RefusalId> refusals) {
        sql.run("delete from change_refusal where id = any (?)",
                (Object) Sql.uuids(refusals.stream().map(RefusalId::value)));
    }
}
