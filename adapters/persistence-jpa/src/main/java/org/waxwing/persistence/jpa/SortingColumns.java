package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.instant;
import static org.waxwing.persistence.jpa.Sql.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.sorting.Admission;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Filing;
import org.waxwing.domain.sorting.Placement;
import org.waxwing.domain.sorting.StoredMail;

/** Messages as sorting sees them. */
final class SortingColumns {
    private static final int WRITERS = 3;

    /** What is read of the messages {@code account_id, id} of {@code page}, in the order of their ids. */
    static final String OF_PAGE = """
            select e.account_id, e.id, e.thread_id, e.from_list, e.received_at, e.source, e.testimony, e.category,
                e.admission, s.signs,
                exists (
                    select from email_mailbox c join mailbox m on m.account_id = c.account_id and m.id = c.mailbox_id
                    where c.account_id = e.account_id and c.email_id = e.id and m.role in ('SENT', 'DRAFTS')) as own,
                exists (
                    select from mailbox m
                    join mailbox_thread t on t.account_id = m.account_id and t.mailbox_id = m.id
                    where m.account_id = e.account_id and m.role = 'SENT' and t.thread_id = e.thread_id
                        and t.message_count > 0) as in_own_thread
            from page join email e on e.account_id = page.account_id and e.id = page.id
            left join email_signs s on s.account_id = e.account_id and s.email_id = e.id
            order by e.id
            """;

    private SortingColumns() {}

    /** Who wrote a message, as it is looked up; empty for nobody. */
    static String sender(List<EmailAddress> from) {
        return from.isEmpty() ? "" : from.getFirst().key();
    }

    static StoredMail mail(ResultSet row) throws SQLException {
        var signs = row.getString("signs");
        return new StoredMail(
                new EmailId(uuid(row, "id")),
                new ThreadId(uuid(row, "thread_id")),
                JsonText.people(row.getString("from_list"), WRITERS),
                instant(row, "received_at"),
                new BlobId(row.getString("source")),
                row.getBoolean("own"),
                row.getBoolean("in_own_thread"),
                TestimonyJson.read(row.getString("testimony")),
                new Filing(signs == null ? List.of() : List.of(Signs.parse(signs)), new Placement(
                        Category.valueOf(row.getString("category")), Admission.valueOf(row.getString("admission")))));
    }
}
