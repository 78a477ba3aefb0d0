package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.instant;
import static org.waxwing.persistence.jpa.Sql.uuid;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.screening.Caller;
import org.waxwing.domain.screening.Doorstep;

/** Senders of the messages in {@code email} that wait and that an inbox shows. */
public final class JpaDoorstep implements Doorstep {
    private final Sql sql;

    public JpaDoorstep(EntityManager database) {
        this.sql = new Sql(database);
    }

    @Override
    public List<Caller> waiting(int atMost) {
        return sql.list(JpaDoorstep::caller, """
                with waiting as materialized (
                    select e.account_id, e.id, e.thread_id, e.received_at, e.subject, e.preview, e.from_list, e.testimony,
                        s.sender,
                        row_number() over (
                            partition by e.account_id, s.sender order by e.received_at desc, e.id desc) as place
                    from account a
                    join email e on e.account_id = a.id and e.admission = 'WAITING'
                    join email_signs s on s.account_id = e.account_id and s.email_id = e.id
                    where exists (
                        select from email_mailbox c
                        join mailbox m on m.account_id = c.account_id and m.id = c.mailbox_id and m.role = 'INBOX'
                        where c.account_id = e.account_id and c.email_id = e.id)),
                each as (
                    select account_id, sender, count(*) as messages,
                        array_agg(thread_id order by received_at desc, id desc) as threads
                    from waiting group by account_id, sender)
                select w.*, each.messages, each.threads from waiting w
                join each on each.account_id = w.account_id and each.sender = w.sender
                where w.place = 1
                order by w.received_at desc, w.id desc limit ?
                """, atMost);
    }

    private static Caller caller(ResultSet row) throws SQLException {
        var writers = JsonText.people(row.getString("from_list"), 1);
        return new Caller(
                new AccountId(uuid(row, "account_id")),
                writers.isEmpty() ? EmailAddress.of(row.getString("sender")) : writers.getFirst(),
                row.getLong("messages"),
                Arrays.stream((UUID[]) row.getArray("threads").getArray())
                        .distinct().limit(Caller.MOST_THREADS).map(ThreadId::new).toList(),
                new EmailId(uuid(row, "id")),
                new UntrustedText(row.getString("subject")),
                new UntrustedText(row.getString("preview")),
                instant(row, "received_at"),
                TestimonyJson.read(row.getString("testimony")));
    }
}
