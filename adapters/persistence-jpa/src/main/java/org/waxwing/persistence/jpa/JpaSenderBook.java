package org.waxwing.persistence.jpa;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.screening.Acquaintance;
import org.waxwing.domain.screening.Contact;
import org.waxwing.domain.screening.Correspondence;
import org.waxwing.domain.screening.Familiarity;
import org.waxwing.domain.screening.SenderBook;

/** Notes in {@code correspondence}, and what they add up to in {@code contact}. */
public final class JpaSenderBook implements SenderBook {
    private static final int LONGEST_NAME = 200;

    private final Sql sql;

    public JpaSenderBook(EntityManager database) {
        this.sql = new Sql(database);
    }

    @Override
    public void note(AccountId account, Collection<Correspondence> messages) {
        if (messages.isEmpty()) return;
        var notes = List.copyOf(messages);
        // by its source: a message that was moved comes back under another id and is still the same; in the order of
        // addresses, so that two at once wait for each other and not both
        sql.run("""
                with told as (
                    select n.address, n.name, n.direction, coalesce(e.source, n.email_id::text) as message, n.at,
                        coalesce(e.received_at, n.at) as received_at
                    from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
                        as n (email_id, address, name, direction, at)
                    left join email e on e.account_id = ? and e.id = n.email_id),
                noted as (
                    insert into correspondence (account_id, address, direction, message, at)
                    select ?, address, direction, message, at from told
                    on conflict (account_id, address, direction, message) do nothing
                    returning address, direction, at)
                insert into contact (account_id, address, name, received, sent, last_at, first_received_at)
                select ?, noted.address,
                    coalesce((select told.name from told where told.address = noted.address and told.name <> ''
                        order by told.at desc limit 1), ''),
                    count(*) filter (where noted.direction = 'RECEIVED'),
                    count(*) filter (where noted.direction = 'SENT'), max(noted.at),
                    (select min(told.received_at) from told
                        where told.address = noted.address and told.direction = 'RECEIVED')
                from noted group by noted.address order by noted.address
                on conflict (account_id, address) do update set
                    name = case when excluded.name = '' or (contact.name <> '' and excluded.last_at < contact.last_at)
                        then contact.name else excluded.name end,
                    received = contact.received + excluded.received, sent = contact.sent + excluded.sent,
                    last_at = greatest(contact.last_at, excluded.last_at),
                    first_received_at = least(contact.first_received_at, excluded.first_received_at)
                """,
                Sql.uuids(notes.stream().map(it -> it.email().value())),
                Sql.words(notes.stream().map(it -> it.with().key())),
                Sql.words(notes.stream().map(it -> it.with().name().onOneLine().clipped(LONGEST_NAME).value())),
                Sql.words(notes.stream().map(it -> it.direction().name())),
                Sql.words(notes.stream().map(it -> NewEmails.storable(it.at()).toString())),
                account.value(), account.value(), account.value());
        noteAnswers(account, notes);
    }

    /**
     * Who wrote in a conversation before the owner wrote to them there was answered, in whatever order that is told. Asked of
     * those alone with whom mail went both ways, and by conversations: a list of thousands of messages can be one.
     */
    private void noteAnswers(AccountId account, List<Correspondence> notes) {
        sql.run("""
                with candidate as materialized (
                    select address from contact
                    where account_id = ? and address = any (?) and received > 0 and sent > 0 and not answered),
                mail as materialized (
                    select k.address, k.direction, e.thread_id, min(e.received_at) as first, max(e.received_at) as last
                    from candidate
                    join correspondence k on k.account_id = ? and k.address = candidate.address
                    join email e on e.account_id = k.account_id and e.source = k.message
                    group by k.address, k.direction, e.thread_id)
                update contact c set answered = true
                from mail theirs
                join mail own on own.address = theirs.address and own.thread_id = theirs.thread_id
                    and own.direction = 'SENT' and own.last >= theirs.first
                where theirs.direction = 'RECEIVED' and c.account_id = ? and c.address = theirs.address
                """,
                account.value(), Sql.words(notes.stream().map(it -> it.with().key()).distinct()), account.value(),
                account.value());
    }

    @Override
    public Map<String, Familiarity> familiar(Collection<EmailAddress> addresses) {
        var known = new HashMap<String, Familiarity>();
        addresses.forEach(it -> known.put(it.key(), Familiarity.NONE));
        if (known.isEmpty()) return known;
        sql.list(row -> known.put(row.getString("address"), new Familiarity(
                row.getLong("received"), row.getLong("sent"), row.getBoolean("answered"),
                row.getObject("first_received_at") == null
                        ? List.of()
                        : List.of(Sql.instant(row, "first_received_at")))),
                """
                        select c.address, sum(c.received)::bigint as received, sum(c.sent)::bigint as sent,
                            bool_or(c.answered) as answered, min(c.first_received_at) as first_received_at
                        from account a join contact c on c.account_id = a.id and c.address = any (?)
                        group by c.address
                        """, (Object) Sql.words(known.keySet().stream()));
        return known;
    }

    @Override
    public Set<String> writtenAt(Collection<String> domains) {
        if (domains.isEmpty()) return Set.of();
        return Set.copyOf(sql.list(row -> row.getString("domain"), """
                select distinct split_part(c.address, '@', 2) as domain
                from account a join contact c on c.account_id = a.id
                where c.sent > 0 and split_part(c.address, '@', 2) = any (?)
                """, (Object) Sql.words(domains.stream())));
    }

    @Override
    public Set<String> writtenTo(AccountId account, int most) {
        return Set.copyOf(sql.list(row -> row.getString("domain"), """
                select distinct split_part(address, '@', 2) as domain from correspondence
                where account_id = ? and direction = 'SENT' limit ?
                """, account.value(), most));
    }

    @Override
    public Map<String, Acquaintance> known(AccountId account, Collection<EmailAddress> addresses) {
        var known = new HashMap<String, Acquaintance>();
        addresses.forEach(it -> known.put(it.key(), Acquaintance.NONE));
        if (known.isEmpty()) return known;
        sql.list(row -> known.put(
                row.getString("address"), new Acquaintance(row.getLong("received"), row.getLong("sent"))), """
                        select address, count(*) filter (where direction = 'RECEIVED') as received,
                            count(*) filter (where direction = 'SENT') as sent
                        from correspondence where account_id = ? and address = any (?) group by address
                        """, account.value(), Sql.words(known.keySet().stream()));
        return known;
    }

    @Override
    public List<Contact> find(String typed, int limit) {
        var words = Stream.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .map(word -> "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        return sql.list(JpaSenderBook::contact, """
                select address, (array_agg(name order by name = '', last_at desc))[1] as name,
                    sum(received) as received, sum(sent) as sent, max(last_at) as last_at
                from contact where lower(name || ' ' || address) like all (?) group by address
                order by sum(sent) = 0, sum(sent) + sum(received) desc, max(last_at) desc, address limit ?
                """, Sql.words(words), limit);
    }

    private static Contact contact(ResultSet row) throws SQLException {
        return new Contact(
                new EmailAddress(new UntrustedText(row.getString("name")), row.getString("address")),
                row.getLong("received"),
                row.getLong("sent"),
                Sql.instant(row, "last_at"));
    }
}
