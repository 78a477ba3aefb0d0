package org.waxwing.persistence.jpa;

import java.util.ArrayList;
import java.util.List;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;

/**
 * A scope as SQL. A list over several folders or accounts reads the beginning of each from its index and merges them,
 * so that it costs the same however much mail lies behind. Limits stand in the text: the planner of a prepared statement
 * has to know that few rows are wanted.
 *
 * @param sql yields what lists are made of
 * @param arguments for its question marks
 */
record Listing(String sql, List<Object> arguments) {
    Listing {
        arguments = List.copyOf(arguments);
    }

    /** What a view is made of. */
    private sealed interface Source {
        /** Folders of one role. */
        record Folders(MailboxRole role) implements Source {}

        /** Everything, as far as the columns of conversations and messages say so. */
        record Marked(String conversations, String messages) implements Source {}
    }

    private static Source source(MailView view) {
        return switch (view) {
            case IMBOX -> new Source.Folders(MailboxRole.INBOX);
            case DRAFTS -> new Source.Folders(MailboxRole.DRAFTS);
            case SENT -> new Source.Folders(MailboxRole.SENT);
            case ARCHIVE -> new Source.Folders(MailboxRole.ARCHIVE);
            case SPAM -> new Source.Folders(MailboxRole.JUNK);
            case TRASH -> new Source.Folders(MailboxRole.TRASH);
            case STARRED -> new Source.Marked("listed_starred", "listed and starred");
            case ALL -> new Source.Marked("listed", "listed");
        };
    }

    /** The folders or accounts of a scope, named {@code f} or {@code a}. */
    private record Where(boolean folders, String condition, List<Object> arguments, String marked) {}

    private static Where where(Scope scope, boolean conversations) {
        return switch (scope) {
            case Scope.AllAccounts(var view) -> where(source(view), conversations, "true", List.of());
            case Scope.OneAccount(var account, var view) ->
                where(source(view), conversations, "%s = ?", List.of(account.value()));
            case Scope.OneMailbox(var mailbox) -> new Where(true, "f.id = ?", List.of(mailbox.value()), "");
        };
    }

    private static Where where(Source source, boolean conversations, String account, List<Object> arguments) {
        return switch (source) {
            case Source.Folders(var role) -> {
                var all = new ArrayList<Object>(arguments);
                all.add(role.name());
                yield new Where(true, account.formatted("f.account_id") + " and f.role = ?", all, "");
            }
            case Source.Marked(var ofConversations, var ofMessages) -> new Where(
                    false, account.formatted("a.id"), arguments, conversations ? ofConversations : ofMessages);
        };
    }

    /** Yields {@code account_id, id, last_message_at, mailbox_id, role}, latest first, at most {@code limit}. */
    static Listing threads(Scope scope, boolean unreadOnly, ListPosition after, int limit) {
        var where = where(scope, true);
        return where.folders()
                ? merged(where, after, """
                        select * from (
                            select p.*, f.role from mailbox f
                            cross join lateral (
                                select t.account_id, t.thread_id as id, t.last_message_at, t.mailbox_id
                                from mailbox_thread t
                                where t.account_id = f.account_id and t.mailbox_id = f.id
                                    and (t.last_message_at, t.thread_id) < (?, ?) %s
                                    and not exists (%s)
                                order by t.last_message_at desc, t.thread_id desc limit %d) p
                            where %s) each
                        order by last_message_at desc, id desc limit %d
                        """.formatted(
                        unreadOnly ? "and t.unread_count > 0" : "", LISTED_BY_A_TWIN, limit, where.condition(), limit))
                : merged(where, after, """
                        select p.* from account a
                        cross join lateral (
                            select t.account_id, t.id, t.last_message_at, null::uuid as mailbox_id, '' as role
                            from thread t
                            where t.account_id = a.id and %s %s and (t.last_message_at, t.id) < (?, ?)
                            order by t.last_message_at desc, t.id desc limit %d) p
                        where %s
                        order by p.last_message_at desc, p.id desc limit %d
                        """.formatted(
                        where.marked(), unreadOnly ? "and listed_unread" : "", limit, where.condition(), limit));
    }

    // An account may have two folders for the same purpose. A conversation in both is listed where it was active last.
    private static final String LISTED_BY_A_TWIN = """
            select from mailbox twin
            join mailbox_thread o on o.account_id = twin.account_id and o.mailbox_id = twin.id
            where twin.account_id = f.account_id and twin.role = f.role and twin.role <> 'NONE' and twin.id <> f.id
                and o.thread_id = t.thread_id
                and (o.last_message_at, o.mailbox_id) > (t.last_message_at, t.mailbox_id)
            """;

    /** Yields {@code account_id, id, received_at}, latest first, at most {@code limit}. */
    static Listing emails(Scope scope, boolean unreadOnly, ListPosition after, int limit) {
        var where = where(scope, false);
        return where.folders()
                ? merged(where, after, """
                        select distinct p.* from mailbox f
                        cross join lateral (
                            select distinct c.account_id, c.email_id as id, c.received_at from email_mailbox c
                            where c.account_id = f.account_id and c.mailbox_id = f.id %s
                                and (c.received_at, c.email_id) < (?, ?)
                            order by c.received_at desc, c.email_id desc limit %d) p
                        where %s
                        order by p.received_at desc, p.id desc limit %d
                        """.formatted(unreadOnly ? "and c.unread" : "", limit, where.condition(), limit))
                : merged(where, after, """
                        select p.* from account a
                        cross join lateral (
                            select e.account_id, e.id, e.received_at from email e
                            where e.account_id = a.id and %s %s and (e.received_at, e.id) < (?, ?)
                            order by e.received_at desc, e.id desc limit %d) p
                        where %s
                        order by p.received_at desc, p.id desc limit %d
                        """.formatted(
                        where.marked(), unreadOnly ? "and not seen" : "", limit, where.condition(), limit));
    }

    /** Counts the conversations with something unread. */
    static Listing unread(Scope scope) {
        var where = where(scope, true);
        return where.folders()
                ? new Listing("""
                        select count(*) from (
                            select distinct t.account_id, t.thread_id from mailbox f
                            join mailbox_thread t on t.account_id = f.account_id and t.mailbox_id = f.id
                            where t.unread_count > 0 and %s) each
                        """.formatted(where.condition()), where.arguments())
                : new Listing("""
                        select count(*) from account a join thread t on t.account_id = a.id
                        where %s and listed_unread and %s
                        """.formatted(where.marked(), where.condition()), where.arguments());
    }

    private static Listing merged(Where where, ListPosition after, String sql) {
        var arguments = new ArrayList<Object>(List.of(after.at(), after.id()));
        arguments.addAll(where.arguments());
        return new Listing(sql, arguments);
    }
}
