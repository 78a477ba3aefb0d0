package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.instant;
import static org.waxwing.persistence.jpa.Sql.uuid;
import static org.waxwing.persistence.jpa.Sql.words;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.search.EmailIndex;
import org.waxwing.domain.search.SearchHit;
import org.waxwing.domain.search.SearchOrder;
import org.waxwing.domain.search.SearchQuery;
import org.waxwing.domain.search.SearchQuery.Term;
import org.waxwing.domain.search.SearchRequest;

/**
 * One query: the function {@code find_email} counts and picks, the messages themselves are read as everywhere, behind
 * the policies. Triggers keep the words.
 */
public final class JpaEmailIndex implements EmailIndex {
    private final Sql sql;

    public JpaEmailIndex(EntityManager database) {
        this.sql = new Sql(database);
    }

    private record Line(long total, Optional<SearchHit> hit) {}

    @Override
    public Found find(SearchRequest request) {
        if (request.query().isEmpty()) return new Found(List.of(), 0, false);
        var after = request.after();
        var lines = sql.list(JpaEmailIndex::line, """
                select f.total, f.rank, e.account_id, e.id, e.thread_id, e.message_ids, e.subject, e.from_list,
                    e.received_at, e.preview, left(b.text, %d) as text, not e.seen as unread, e.starred, e.has_attachments
                from find_email(words_wanted(?, ?), ?, ?, ?, ?, ?, ?) f
                left join email e on e.account_id = f.account_id and e.id = f.email_id
                left join email_body b on b.account_id = e.account_id and b.email_id = e.id
                order by f.place
                """.formatted(SearchHit.MOST_TEXT),
                texts(request.query().wanted()),
                texts(request.query().excluded()),
                request.order() == SearchOrder.RELEVANCE,
                after.rank(),
                after.place().at(),
                after.place().id(),
                request.limit() + 1,
                Sql.uuids(request.accounts().stream().map(AccountId::value)));
        var hits = lines.stream().flatMap(it -> it.hit().stream()).toList();
        boolean more = hits.size() > request.limit();
        return new Found(more ? hits.subList(0, request.limit()) : hits, lines.getFirst().total(), more);
    }

    @Override
    public Map<AccountId, List<ThreadId>> conversations(SearchQuery query) {
        record Hit(AccountId account, ThreadId thread) {}
        if (query.isEmpty()) return Map.of();
        return sql.list(
                row -> new Hit(new AccountId(uuid(row, "account_id")), new ThreadId(uuid(row, "thread_id"))), """
                        select distinct e.account_id, e.thread_id from find_all_email(words_wanted(?, ?)) f
                        join email e on e.account_id = f.account_id and e.id = f.email_id
                        """, texts(query.wanted()), texts(query.excluded())).stream()
                .collect(Collectors.groupingBy(Hit::account, Collectors.mapping(Hit::thread, Collectors.toList())));
    }

    private static Line line(ResultSet row) throws SQLException {
        long total = row.getLong("total");
        if (row.getObject("id") == null) return new Line(total, Optional.empty());
        return new Line(total, Optional.of(new SearchHit(
                new EmailId(uuid(row, "id")),
                new ThreadId(uuid(row, "thread_id")),
                new AccountId(uuid(row, "account_id")),
                words(row, "message_ids").stream().map(MessageId::new).toList(),
                new UntrustedText(row.getString("subject")),
                JsonText.addresses(row.getString("from_list")),
                instant(row, "received_at"),
                new UntrustedText(row.getString("preview")),
                new UntrustedText(row.getString("text")),
                row.getBoolean("unread"),
                row.getBoolean("starred"),
                row.getBoolean("has_attachments"),
                row.getFloat("rank"))));
    }

    private static String[] texts(List<Term> terms) {
        return Sql.words(terms.stream().map(JpaEmailIndex::text));
    }

    // the asterisk is how words_wanted is told
    private static String text(Term term) {
        var plain = term.text().replace('*', ' ').strip();
        return term.kind() == Term.Kind.BEGINNING ? plain + "*" : plain;
    }
}
