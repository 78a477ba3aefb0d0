package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.instant;
import static org.waxwing.persistence.jpa.Sql.uuid;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.AccountLabel;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.MailboxRow;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.reading.ThreadOutline;
import org.waxwing.domain.reading.ThreadRow;
import org.waxwing.domain.reading.ThreadView;
import org.waxwing.domain.reading.Window;
import org.waxwing.domain.sorting.Category;

/**
 * Rows and views by one query each, a conversation and its outline by two. Every query begins at the accounts: policies show those of
 * the person who asks, and all keys begin with the account.
 */
public final class JpaMailReader implements MailReader {
    private static final int PARTICIPANTS = 6;
    private static final int MESSAGES = 200;

    private final Sql sql;

    public JpaMailReader(EntityManager database) {
        this.sql = new Sql(database);
    }

    @Override
    public List<MailboxRow> mailboxes() {
        return sql.list(JpaMailReader::mailbox, """
                select m.* from account a join mailbox m on m.account_id = a.id and not m.leaving
                order by a.added_at, a.id, array_position(?, m.role), m.path collate "C"
                """, (Object) Sql.words(Stream.of(MailboxRole.values()).map(MailboxRole::name)));
    }

    private static MailboxRow mailbox(ResultSet row) throws SQLException {
        return new MailboxRow(folder(row), row.getLong("total"), row.getLong("unread"));
    }

    static Mailbox folder(ResultSet row) throws SQLException {
        return new Mailbox(
                new MailboxId(uuid(row, "id")),
                new AccountId(uuid(row, "account_id")),
                row.getString("path"),
                FolderRow.character(row.getString("delimiter")),
                MailboxRole.valueOf(row.getString("role")),
                row.getBoolean("selectable"));
    }

    @Override
    public Window<ThreadRow> threads(ListQuery query) {
        var page = Listing.threads(query.scope(), query.unreadOnly(), query.after(), query.limit() + 1);
        return window(query, sql.list(JpaMailReader::thread, """
                with page as (%s)
                select t.*, page.at, page.latest, s.since, s.snoozed_until, s.muted, s.returned_at, s.fresh, s.held,
                    case when page.role in ('SENT', 'DRAFTS') then coalesce((
                        select jsonb_agg(w.who order by m.received_at desc, m.id desc, w.place)
                        from (
                            select e.id, e.received_at, e.to_list || e.cc_list || e.bcc_list as list from email e
                            where e.account_id = page.account_id and e.thread_id = page.id and exists (
                                select from email_mailbox c
                                where c.account_id = e.account_id and c.email_id = e.id
                                    and c.mailbox_id = page.mailbox_id)
                            order by e.received_at desc, e.id desc limit %d) m
                        cross join lateral jsonb_array_elements(m.list) with ordinality as w (who, place)), '[]')
                    else t.participants end as people
                from page join thread t on t.account_id = page.account_id and t.id = page.id
                left join thread_standing s on s.account_id = t.account_id and s.thread_id = t.id
                order by page.at desc, page.id desc
                """.formatted(page.sql(), PARTICIPANTS), page.arguments().toArray()));
    }

    private static ThreadRow thread(ResultSet row) throws SQLException {
        return new ThreadRow(
                new ThreadId(uuid(row, "id")),
                new AccountId(uuid(row, "account_id")),
                new UntrustedText(row.getString("subject")),
                new UntrustedText(row.getString("preview")),
                JsonText.people(row.getString("people"), PARTICIPANTS),
                row.getInt("message_count"),
                row.getInt("unread_count"),
                row.getBoolean("starred"),
                row.getBoolean("has_attachments"),
                labels(row),
                instant(row, "latest"),
                instant(row, "at"),
                StandingColumns.of(row),
                Category.valueOf(row.getString("category")));
    }

    @Override
    public List<AccountLabel> labels() {
        return sql.list(row -> new AccountLabel(
                new AccountId(uuid(row, "id")),
                new Keyword(row.getString("label")),
                row.getLong("total"),
                row.getLong("unread")), """
                        select a.id, given.* from account a
                        cross join lateral (
                            select t.label, count(*) as total, count(*) filter (where t.unread) as unread
                            from thread_label t where t.account_id = a.id group by t.label) given
                        order by a.added_at, a.id, given.label collate "C"
                        """).stream().filter(it -> it.label().isLabel()).toList();
    }

    @Override
    public long unread(Scope scope) {
        return count(Listing.count(scope, true));
    }

    @Override
    public long total(Scope scope) {
        return count(Listing.count(scope, false));
    }

    private long count(Listing counted) {
        return sql.list(row -> row.getLong(1), counted.sql(), counted.arguments().toArray()).getFirst();
    }

    @Override
    public Map<MailView, Long> unreadIn(Optional<AccountId> account, Collection<MailView> views) {
        var counts = new EnumMap<MailView, Long>(MailView.class);
        if (views.isEmpty()) return counts;
        var parts = new ArrayList<String>();
        var arguments = new ArrayList<Object>();
        for (var view : Set.copyOf(views)) {
            // who waits outside does so whether their mail was looked at or not
            var counted = Listing.count(Scope.of(account, view), view != MailView.SCREENER);
            parts.add("select '" + view.name() + "' as view, (" + counted.sql() + ") as unread");
            arguments.addAll(counted.arguments());
        }
        sql.list(row -> counts.put(MailView.valueOf(row.getString("view")), row.getLong("unread")),
                String.join(" union all ", parts), arguments.toArray());
        return counts;
    }

    @Override
    public Map<MailView, PutAway> putAway(Optional<AccountId> account) {
        var counts = new EnumMap<MailView, PutAway>(MailView.class);
        for (var view : List.of(MailView.LATER, MailView.SET_ASIDE, MailView.SNOOZED))
            counts.put(view, PutAway.NOTHING);
        sql.list(row -> counts.put(
                MailView.valueOf(row.getString("place")), new PutAway(row.getLong("total"), row.getLong("unread"))), """
                        select t.place, count(*) as total, count(*) filter (where t.listed_unread) as unread
                        from account a join thread t on t.account_id = a.id
                        where t.place is not null and t.listed_at is not null %s
                        group by t.place
                        """.formatted(account.isPresent() ? "and a.id = ?" : ""),
                account.stream().map(AccountId::value).toArray());
        return counts;
    }

    @Override
    public Optional<ThreadView> thread(ThreadId id) {
        record Head(AccountId account, UntrustedText subject) {}
        var head = sql.list(
                row -> new Head(new AccountId(uuid(row, "account_id")), new UntrustedText(row.getString("subject"))),
                "select t.account_id, t.subject from account a join thread t on t.account_id = a.id and t.id = ?",
                id.value()).stream().findFirst();
        return head.map(it -> new ThreadView(id, it.account(), it.subject(), latestFirst("""
                select account_id, id from email where account_id = ? and thread_id = ?
                order by received_at desc, id desc limit ?
                """, it.account().value(), id.value(), MESSAGES).reversed()));
    }

    @Override
    public Optional<ThreadOutline> outline(ThreadId id, ListPosition before, int limit) {
        var head = sql.list(row -> outline(id, row), """
                select t.* from account a join thread t on t.account_id = a.id and t.id = ?
                """, id.value()).stream().findFirst();
        return head.map(it -> new ThreadOutline(
                id, it.account(), it.subject(), it.total(), it.participants(), it.labels(),
                sql.list(EmailColumns::line, """
                        select e.id, e.from_list, e.received_at, e.preview, e.has_attachments, e.keywords,
                            e.testimony, o.incoming_host as owned_host, o.address as owned_address,
                            array(
                                select distinct c.mailbox_id from email_mailbox c
                                where c.account_id = e.account_id and c.email_id = e.id) as mailbox_ids
                        from email e join account o on o.id = e.account_id
                        where e.account_id = ? and e.thread_id = ? and (e.received_at, e.id) < (?, ?)
                        order by e.received_at desc, e.id desc limit ?
                        """, it.account().value(), id.value(), before.at(), before.id(), limit).reversed()));
    }

    private static ThreadOutline outline(ThreadId id, ResultSet row) throws SQLException {
        return new ThreadOutline(
                id,
                new AccountId(uuid(row, "account_id")),
                new UntrustedText(row.getString("subject")),
                row.getInt("message_count"),
                JsonText.people(row.getString("participants"), PARTICIPANTS),
                labels(row),
                List.of());
    }

    private static List<Keyword> labels(ResultSet row) throws SQLException {
        return Sql.words(row, "labels").stream()
                .map(Keyword::new)
                .filter(Keyword::isLabel)
                .sorted(Comparator.comparing(Keyword::name))
                .toList();
    }

    @Override
    public Window<EmailView> emails(ListQuery query) {
        var page = Listing.emails(query.scope(), query.unreadOnly(), query.after(), query.limit() + 1);
        return window(query, read(EmailColumns.ROW, page.sql(), page.arguments().toArray()));
    }

    @Override
    public Optional<EmailView> email(EmailId id) {
        return latestFirst("""
                select e.account_id, e.id from account a join email e on e.account_id = a.id and e.id = ?
                """, id.value()).stream().findFirst();
    }

    @Override
    public List<EmailView> emails(Collection<EmailId> ids) {
        if (ids.isEmpty()) return List.of();
        return latestFirst("""
                select e.account_id, e.id from account a
                join email e on e.account_id = a.id and e.id = any (?)
                """, (Object) Sql.uuids(ids.stream().map(EmailId::value)));
    }

    @Override
    public List<EmailView> emails(MessageId header) {
        // by the conversation the header is tied to: an index over arrays would not be used behind the policies
        return latestFirst("""
                select e.account_id, e.id from account a
                join thread_tie tie on tie.account_id = a.id and tie.message_id = ?
                join email e on e.account_id = tie.account_id and e.thread_id = tie.thread_id
                where ? = any (e.message_ids)
                """, header.value(), header.value());
    }

    @Override
    public Optional<UntrustedText> html(EmailId id) {
        return sql.list(row -> new UntrustedText(row.getString("html")), """
                select b.html from account a join email_body b on b.account_id = a.id and b.email_id = ?
                where b.html <> ''
                """, id.value()).stream().findFirst();
    }

    @Override
    public Map<EmailId, UntrustedText> html(Collection<EmailId> ids) {
        if (ids.isEmpty()) return Map.of();
        var html = new HashMap<EmailId, UntrustedText>();
        sql.list(row -> html.put(new EmailId(uuid(row, "email_id")), new UntrustedText(row.getString("html"))), """
                select b.email_id, b.html from account a join email_body b on b.account_id = a.id and b.email_id = any (?)
                where b.html <> ''
                """, (Object) Sql.uuids(ids.stream().map(EmailId::value)));
        return html;
    }

    private List<EmailView> latestFirst(String page, Object... arguments) {
        return read(EmailColumns.VIEW, page, arguments);
    }

    private List<EmailView> read(String columns, String page, Object[] arguments) {
        return sql.list(EmailColumns::view, """
                with page as (%s)
                %s
                order by e.received_at desc, e.id desc
                """.formatted(page, columns), arguments);
    }

    private static <T> Window<T> window(ListQuery query, List<T> oneMore) {
        boolean more = oneMore.size() > query.limit();
        return new Window<>(more ? oneMore.subList(0, query.limit()) : oneMore, more);
    }
}
