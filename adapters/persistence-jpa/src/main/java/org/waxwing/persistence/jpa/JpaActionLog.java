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
import java.util.stream.Stream;
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
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.Window;
import org.waxwing.domain.sync.RemoteChange;

/** Actions in {@code mail_action}, one row for each kind of change in {@code mail_action_entry}. */
public final class JpaActionLog implements ActionLog {
    private static final String NEW_ACTION = """
            insert into mail_action (id, owner_id, at, undo_until, title, detail, conversations, thread_id, reference)
            values (?, ?, ?, ?, ?, ?, ?, nullif(?, '')::uuid, ?)
            """;

    // of an action, that it did something to a message or its conversation
    private static final String ABOUT = """
            exists (
                select from mail_action_entry e where e.action_id = a.id and (? = any (e.emails)
                    or e.threads && array(
                        select m.thread_id from email m where m.account_id = e.account_id and m.id = ?)))
            """;

    private final Sql sql;

    public JpaActionLog(EntityManager database) {
        this.sql = new Sql(database);
    }

    @Override
    public void record(
            ActionId action,
            PersonId owner,
            Story story,
            List<Entry> entries,
            Instant now,
            Instant undoUntil,
            Instant forget) {
        sql.run("delete from mail_action where owner_id = ? and at < ?", owner.value(), forget);
        sql.run(NEW_ACTION, values(action, owner, story, now, undoUntil));
        note(action, 0, entries);
    }

    private static Object[] values(ActionId action, PersonId owner, Story story, Instant now, Instant undoUntil) {
        return new Object[]{
                action.value(), owner.value(), now, undoUntil, story.title(), story.detail(), story.conversations(),
                story.only().stream().map(ThreadId::toString).findFirst().orElse(""), story.reference()};
    }

    private void note(ActionId action, int first, List<Entry> entries) {
        sql.batch("""
                insert into mail_action_entry
                    (action_id, ordinal, account_id, emails, keyword, present, from_id, to_id, threads, before, after,
                    sorting)
                values (?, ?, ?, ?, nullif(?, ''), nullif(?, '')::boolean, nullif(?, '')::uuid, nullif(?, '')::uuid,
                    case when ? then ?::uuid[] end, nullif(?, '')::jsonb, nullif(?, '')::jsonb,
                    nullif(?, '')::jsonb)
                """, IntStream.range(0, entries.size()).mapToObj(i -> row(action, first + i, entries.get(i))));
    }

    @Override
    public void extend(
            ActionId action, PersonId owner, Story story, List<Entry> entries, Instant now, Instant undoUntil) {
        // whoever else adds to it waits here, so that no place is taken twice
        sql.run(NEW_ACTION + """
                on conflict (id) do update
                set conversations = mail_action.conversations + excluded.conversations, thread_id = null
                """, values(action, owner, story, now, undoUntil));
        int first = sql.list(row -> row.getInt(1),
                "select coalesce(max(ordinal) + 1, 0) from mail_action_entry where action_id = ?", action.value())
                .getFirst();
        note(action, first, entries);
    }

    @Override
    public boolean isUndone(ActionId action) {
        return sql.list(row -> row.getBoolean("undone"),
                "select undone from mail_action where id = ? for update", action.value()).contains(true);
    }

    @Override
    public List<ActionId> automatic(Automatic which, Instant now) {
        var what = switch (which) {
            case Automatic.ToMessage(var email) -> new Condition(ABOUT, List.of(email.value(), email.value()));
            case Automatic.OfAction(var action, var email) -> new Condition(
                    "a.id = ? and " + ABOUT, List.of(action.value(), email.value(), email.value()));
            case Automatic.ByRule(var reference) -> new Condition("a.reference = ?", List.of(reference));
            case Automatic.Within(var since, var until) -> new Condition(
                    "a.at >= ? and a.at < ?", List.of(since, until));
        };
        return sql.list(row -> new ActionId(uuid(row, "id")), """
                select a.id from mail_action a
                where a.owner_id = current_person() and a.title = 'rules' and not a.undone and a.undo_until >= ?
                    and %s
                order by a.at desc, a.id desc
                """.formatted(what.sql()), Stream.concat(Stream.of(now), what.arguments().stream()).toArray());
    }

    private record Condition(String sql, List<Object> arguments) {}

    @Override
    public Set<ActionId> undoable(EmailId email, Set<ActionId> actions, Instant now) {
        if (actions.isEmpty()) return Set.of();
        return Set.copyOf(sql.list(row -> new ActionId(uuid(row, "id")), """
                select a.id from mail_action a
                where a.owner_id = current_person() and a.title = 'rules' and not a.undone and a.undo_until >= ?
                    and a.id = any (?) and
                """ + ABOUT, now, Sql.uuids(actions.stream().map(ActionId::value)), email.value(), email.value()));
    }

    private static Object[] row(ActionId action, int ordinal, Entry entry) {
        var none = new UUID[0];
        return switch (entry) {
            case Entry.Marked(var account, var keyword, var present, var emails) -> new Object[]{
                    action.value(), ordinal, account.value(), uuids(emails), keyword.name(), Boolean.toString(present),
                    "", "", false, none, "", "", ""};
            case Entry.Moved(var account, var from, var to, var emails) -> new Object[]{
                    action.value(), ordinal, account.value(), uuids(emails), "", "", from.value().toString(),
                    to.value().toString(), false, none, "", "", ""};
            case Entry.Stood(var account, var before, var after, var threads) -> new Object[]{
                    action.value(), ordinal, account.value(), none, "", "", "", "", true,
                    Sql.uuids(threads.stream().map(ThreadId::value)), StandingColumns.json(before),
                    StandingColumns.json(after), ""};
            case Entry.Filed it -> sorting(action, ordinal, it, uuids(it.emails()));
            case Entry.Taught it -> sorting(action, ordinal, it, none);
            case Entry.Decided it -> sorting(action, ordinal, it, none);
        };
    }

    private static Object[] sorting(ActionId action, int ordinal, Entry entry, UUID[] emails) {
        return new Object[]{
                action.value(), ordinal, entry.account().value(), emails, "", "", "", "", false, new UUID[0], "", "",
                SortingEntryJson.write(entry)};
    }

    private static UUID[] uuids(Set<EmailId> emails) {
        return Sql.uuids(emails.stream().map(EmailId::value));
    }

    @Override
    public Window<Logged> done(ListPosition after, int atMost) {
        var found = sql.list(row -> new Logged(
                new ActionId(uuid(row, "id")),
                row.getString("title"),
                row.getString("detail"),
                row.getLong("conversations"),
                new UntrustedText(row.getString("subject")),
                instant(row, "at"),
                instant(row, "undo_until"),
                row.getBoolean("undone")), """
                        select a.*, coalesce((
                            select t.subject from account o
                            join thread t on t.account_id = o.id and t.id = a.thread_id limit 1), '') as subject
                        from mail_action a
                        where a.owner_id = current_person() and (a.at, a.id) < (?, ?) and a.title <> ''
                        order by a.at desc, a.id desc limit ?
                        """, after.at(), after.id(), atMost + 1);
        boolean more = found.size() > atMost;
        return new Window<>(more ? found.subList(0, atMost) : found, more);
    }

    @Override
    public void forgetOld() {
        // which of them it may, a policy knows
        sql.run("delete from mail_action");
    }

    @Override
    public Optional<List<Entry>> take(ActionId action, Instant now) {
        int taken = sql.run("""
                update mail_action set undone = true where id = ? and not undone and undo_until >= ?
                """, action.value(), now);
        if (taken == 0) return Optional.empty();
        return Optional.of(entries(action));
    }

    private List<Entry> entries(ActionId action) {
        return sql.list(JpaActionLog::entry, """
                select e.account_id, e.keyword, e.present, e.from_id, e.to_id, e.threads, e.before, e.after,
                    e.sorting, case when e.threads is null and e.sorting is null then array(
                        select unnest(e.emails)
                        except
                        select unnest(l.emails) from mail_action b
                        join mail_action_entry l on l.action_id = b.id and l.account_id = e.account_id
                        where not b.undone and (b.at, b.id) > (a.at, a.id)
                            and (l.keyword = e.keyword or l.from_id is not null and e.from_id is not null))
                    else e.emails end as emails
                from mail_action a join mail_action_entry e on e.action_id = a.id
                where a.id = ? order by e.ordinal
                """, action.value());
    }

    @Override
    public List<Entry> takePart(ActionId action, Set<EmailId> emails, Instant now) {
        var open = sql.list(row -> true,
                "select id from mail_action where id = ? and not undone and undo_until >= ? for update",
                action.value(), now);
        if (open.isEmpty() || emails.isEmpty()) return List.of();
        var threads = Set.copyOf(sql.list(row -> new ThreadId(uuid(row, "thread_id")), """
                select e.thread_id from account a join email e on e.account_id = a.id and e.id = any (?)
                """, (Object) uuids(emails)));
        var part = entries(action).stream().flatMap(it -> part(it, emails, threads).stream()).toList();
        var gone = Sql.uuids(threads.stream().map(ThreadId::value));
        sql.run("""
                update mail_action_entry
                set emails = array(select unnest(emails) except select unnest(?::uuid[])),
                    threads = case when threads is not null
                        then array(select unnest(threads) except select unnest(?::uuid[])) end
                where action_id = ? and (emails && ? or threads && ?)
                """, uuids(emails), gone, action.value(), uuids(emails), gone);
        return part;
    }

    private static Optional<Entry> part(Entry entry, Set<EmailId> emails, Set<ThreadId> threads) {
        return switch (entry) {
            case Entry.Marked it -> some(it.emails(), emails)
                    .map(those -> new Entry.Marked(it.account(), it.keyword(), it.present(), those));
            case Entry.Moved it -> some(it.emails(), emails)
                    .map(those -> new Entry.Moved(it.account(), it.from(), it.to(), those));
            case Entry.Filed it -> some(it.emails(), emails)
                    .map(those -> new Entry.Filed(it.account(), it.before(), it.after(), those));
            case Entry.Stood it -> some(it.threads(), threads)
                    .map(those -> new Entry.Stood(it.account(), it.before(), it.after(), those));
            // these are about no message
            case Entry.Taught it -> Optional.empty();
            case Entry.Decided it -> Optional.empty();
        };
    }

    private static <T> Optional<Set<T>> some(Set<T> all, Set<T> wanted) {
        var some = all.stream().filter(wanted::contains).collect(Collectors.toSet());
        return some.isEmpty() ? Optional.empty() : Optional.of(some);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var account = new AccountId(uuid(row, "account_id"));
        if (row.getObject("threads") != null)
            return new Entry.Stood(
                    account, StandingColumns.of(row.getString("before")), StandingColumns.of(row.getString("after")),
                    ids(row, "threads").map(ThreadId::new).collect(Collectors.toSet()));
        var emails = ids(row, "emails").map(EmailId::new).collect(Collectors.toSet());
        if (row.getObject("sorting") != null) return SortingEntryJson.read(account, row.getString("sorting"), emails);
        return row.getString("keyword") != null
                ? new Entry.Marked(
                        account, new Keyword(row.getString("keyword")), row.getBoolean("present"), emails)
                : new Entry.Moved(
                        account, new MailboxId(uuid(row, "from_id")), new MailboxId(uuid(row, "to_id")), emails);
    }

    private static Stream<UUID> ids(ResultSet row, String column) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray(column).getArray());
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
