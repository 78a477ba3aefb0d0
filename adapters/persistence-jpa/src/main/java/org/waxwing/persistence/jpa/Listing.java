package org.waxwing.persistence.jpa;

import java.util.ArrayList;
import java.util.List;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.Scope;

/**
 * A scope as SQL. A list over several folders or accounts reads the beginning of each from its index and merges them,
 * so that it costs the same however much mail lies behind. Limits stand in the text: the planner of a prepared
 * statement has to know that few rows are wanted.
 *
 * @param sql yields what lists are made of
 * @param arguments for its question marks
 */
record Listing(String sql, List<Object> arguments) {
    Listing {
        arguments = List.copyOf(arguments);
    }

    /** Yields {@code account_id, id, at, latest, mailbox_id, role}, first first, at most {@code limit}. */
    static Listing threads(Scope scope, boolean unreadOnly, ListPosition after, int limit) {
        var source = ListSource.of(scope);
        var sql = switch (source) {
            case ListSource.Folders folders -> """
                    select * from (
                        select p.*, f.role from account a join mailbox f on f.account_id = a.id
                        cross join lateral (
                            select t.account_id, t.thread_id as id, t.%1$s as at, t.last_message_at as latest,
                                t.mailbox_id
                            from mailbox_thread t
                            where t.account_id = f.account_id and t.mailbox_id = f.id and %2$s
                                and (t.%1$s, t.thread_id) < (?, ?) %3$s
                            order by t.%1$s desc, t.thread_id desc limit %4$d) p
                        where %5$s) each
                    """.formatted(
                    folders.membership().at(),
                    folders.membership().condition("t", unreadOnly),
                    folders.severalAlike() ? notListedByATwin(folders.membership(), unreadOnly) : "",
                    limit,
                    folders.condition());
            case ListSource.Marked(var mark, var condition, var none) -> """
                    select p.* from account a
                    cross join lateral (
                        select t.account_id, t.id, t.%1$s as at, t.%2$s as latest, null::uuid as mailbox_id, '' as role
                        from thread t
                        where t.account_id = a.id and t.%1$s is not null and %3$s %4$s and (t.%1$s, t.id) < (?, ?)
                        order by t.%1$s desc, t.id desc limit %5$d) p
                    where %6$s
                    """.formatted(mark.at(), mark.latest(), mark.also(), unreadOnly ? "and t." + mark.unread() : "",
                    limit, condition);
            case ListSource.Labelled(var label, var condition, var none) -> """
                    select p.* from account a
                    cross join lateral (
                        select t.account_id, t.thread_id as id, t.last_message_at as at, t.last_message_at as latest,
                            null::uuid as mailbox_id, '' as role
                        from thread_label t
                        where t.account_id = a.id and t.label = ? %s and (t.last_message_at, t.thread_id) < (?, ?)
                        order by t.last_message_at desc, t.thread_id desc limit %d) p
                    where %s
                    """.formatted(unreadOnly ? "and t.unread" : "", limit, condition);
        };
        return new Listing(sql + "order by at desc, id desc limit " + limit,
                arguments(List.of(after.at(), after.id()), source));
    }

    /** Yields {@code account_id, id, at}, latest first, at most {@code limit}. */
    static Listing emails(Scope scope, boolean unreadOnly, ListPosition after, int limit) {
        var source = ListSource.of(scope);
        var sql = switch (source) {
            case ListSource.Folders folders -> """
                    select distinct p.* from account a join mailbox f on f.account_id = a.id
                    cross join lateral (
                        select distinct c.account_id, c.email_id as id, c.received_at as at from email_mailbox c
                        where c.account_id = f.account_id and c.mailbox_id = f.id %s
                            and (c.received_at, c.email_id) < (?, ?) %s
                        order by c.received_at desc, c.email_id desc limit %d) p
                    where %s
                    """.formatted(unreadOnly ? "and c.unread" : "", folders.membership().messages(), limit,
                    folders.condition());
            case ListSource.Marked(var mark, var condition, var none) when mark.isPlaced() -> """
                    select e.account_id, e.id, e.received_at as at from account a
                    join thread t on t.account_id = a.id and %s
                    join email e on e.account_id = t.account_id and e.thread_id = t.id and %s %s
                        and (e.received_at, e.id) < (?, ?)
                    where %s
                    """.formatted(mark.also(), mark.messages(), unreadOnly ? "and not seen" : "", condition);
            case ListSource.Marked(var mark, var condition, var none) -> """
                    select p.* from account a
                    cross join lateral (
                        select e.account_id, e.id, e.received_at as at from email e
                        where e.account_id = a.id and %s %s and (e.received_at, e.id) < (?, ?)
                        order by e.received_at desc, e.id desc limit %d) p
                    where %s
                    """.formatted(mark.messages(), unreadOnly ? "and not seen" : "", limit, condition);
            case ListSource.Labelled(var label, var condition, var none) -> """
                    select p.* from account a
                    cross join lateral (
                        select e.account_id, e.id, e.received_at as at from thread_label t
                        join email e on e.account_id = t.account_id and e.thread_id = t.thread_id
                        where t.account_id = a.id and t.label = ? and e.listed and t.label = any (e.keywords) %s
                            and (e.received_at, e.id) < (?, ?)
                        order by e.received_at desc, e.id desc limit %d) p
                    where %s
                    """.formatted(unreadOnly ? "and not e.seen" : "", limit, condition);
        };
        return new Listing(sql + "order by at desc, id desc limit " + limit,
                arguments(List.of(after.at(), after.id()), source));
    }

    /** Counts the conversations. */
    static Listing count(Scope scope, boolean unreadOnly) {
        var all = all(scope, unreadOnly);
        return new Listing("select count(*) from (" + all.sql() + ") each", all.arguments());
    }

    /** Yields {@code account_id, id} of all conversations, in no order. */
    static Listing all(Scope scope, boolean unreadOnly) {
        var source = ListSource.of(scope);
        var sql = switch (source) {
            case ListSource.Folders folders -> """
                    select distinct t.account_id, t.thread_id as id from account a
                    join mailbox f on f.account_id = a.id
                    join mailbox_thread t on t.account_id = f.account_id and t.mailbox_id = f.id
                    where %s and %s
                    """.formatted(folders.membership().condition("t", unreadOnly), folders.condition());
            case ListSource.Marked(var mark, var condition, var none) -> """
                    select t.account_id, t.id from account a join thread t on t.account_id = a.id
                    where t.%s is not null and %s and %s and %s
                    """.formatted(mark.at(), mark.also(), unreadOnly ? "t." + mark.unread() : "true", condition);
            case ListSource.Labelled(var label, var condition, var none) -> """
                    select t.account_id, t.thread_id as id from account a join thread_label t on t.account_id = a.id
                    where t.label = ? and %s and %s
                    """.formatted(unreadOnly ? "t.unread" : "true", condition);
        };
        return new Listing(sql, arguments(List.of(), source));
    }

    // An account may have two folders for the same purpose. A conversation in both is listed where it was active last.
    // The offset keeps the planner from making a join of this, which would look at all that the limit leaves out.
    private static String notListedByATwin(ListSource.Membership membership, boolean unreadOnly) {
        return """
                and not exists (
                    select from mailbox twin
                    join mailbox_thread o on o.account_id = twin.account_id and o.mailbox_id = twin.id
                    where twin.account_id = f.account_id and twin.role = f.role and twin.id <> f.id
                        and o.thread_id = t.thread_id and %1$s
                        and (o.%2$s, o.mailbox_id) > (t.%2$s, t.mailbox_id)
                    offset 0)
                """.formatted(membership.condition("o", unreadOnly), membership.at());
    }

    private static List<Object> arguments(List<Object> place, ListSource source) {
        var arguments = new ArrayList<Object>();
        if (source instanceof ListSource.Labelled labelled) arguments.add(labelled.label().name());
        arguments.addAll(place);
        arguments.addAll(source.arguments());
        return arguments;
    }
}
