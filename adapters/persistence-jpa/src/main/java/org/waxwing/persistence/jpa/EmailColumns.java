package org.waxwing.persistence.jpa;

import static org.waxwing.persistence.jpa.Sql.instant;
import static org.waxwing.persistence.jpa.Sql.uuid;
import static org.waxwing.persistence.jpa.Sql.words;

import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.authenticity.Authentication;
import org.waxwing.domain.authenticity.TrustedServers;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MessageHeaders;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.Protection;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.EmailLine;
import org.waxwing.domain.reading.EmailView;
import org.waxwing.domain.sorting.Category;

/** The columns of {@code email} and what hangs on it, as values. */
final class EmailColumns {
    /**
     * A message to read in one row, for the messages that a query named {@code page} names by account and id; the
     * rest of the statement may order it.
     */
    static final String VIEW = """
            select e.*, left(b.text, %d) as text, o.incoming_host as owned_host, o.address as owned_address,
                array(
                    select distinct c.mailbox_id from email_mailbox c
                    where c.account_id = e.account_id and c.email_id = e.id) as mailbox_ids,
                (select coalesce(jsonb_agg(to_jsonb(a) order by a.position), '[]') from email_attachment a
                    where a.account_id = e.account_id and a.email_id = e.id) as attachments
            from page
            join email e on e.account_id = page.account_id and e.id = page.id
            join email_body b on b.account_id = e.account_id and b.email_id = e.id
            join account o on o.id = e.account_id
            """.formatted(EmailView.MOST_TEXT);

    /** The same without what it says, which may be long and is not shown in lists. */
    static final String ROW = VIEW.replace("left(b.text, %d)".formatted(EmailView.MOST_TEXT), "''")
            .replace("join email_body b on b.account_id = e.account_id and b.email_id = e.id\n", "");

    private EmailColumns() {}

    static EmailView view(ResultSet row) throws SQLException {
        return new EmailView(
                new EmailId(uuid(row, "id")),
                new ThreadId(uuid(row, "thread_id")),
                new AccountId(uuid(row, "account_id")),
                mailboxes(row),
                headers(row),
                instant(row, "received_at"),
                row.getLong("size"),
                new UntrustedText(row.getString("preview")),
                new UntrustedText(row.getString("text")),
                row.getBoolean("has_html"),
                keywords(row),
                JsonText.array(row.getString("attachments")).getValuesAs(JsonObject.class).stream()
                        .map(EmailColumns::attachment)
                        .toList(),
                Protection.valueOf(row.getString("protection")),
                new BlobId(row.getString("source")),
                authentication(row),
                Category.valueOf(row.getString("category")));
    }

    private static Authentication authentication(ResultSet row) throws SQLException {
        var servers = TrustedServers.of(
                row.getString("owned_host"), EmailAddress.of(row.getString("owned_address")).domain());
        var from = JsonText.addresses(row.getString("from_list"));
        return Authentication.of(
                TestimonyJson.read(row.getString("testimony")), servers,
                from.isEmpty() ? "" : from.getFirst().domain());
    }

    static EmailLine line(ResultSet row) throws SQLException {
        return new EmailLine(
                new EmailId(uuid(row, "id")),
                mailboxes(row),
                JsonText.addresses(row.getString("from_list")),
                instant(row, "received_at"),
                new UntrustedText(row.getString("preview")),
                row.getBoolean("has_attachments"),
                keywords(row),
                authentication(row));
    }

    private static Set<MailboxId> mailboxes(ResultSet row) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray("mailbox_ids").getArray())
                .map(MailboxId::new)
                .collect(Collectors.toSet());
    }

    private static Set<Keyword> keywords(ResultSet row) throws SQLException {
        return words(row, "keywords").stream().map(Keyword::new).collect(Collectors.toSet());
    }

    static MessageHeaders headers(ResultSet row) throws SQLException {
        return new MessageHeaders(
                messageIds(row, "message_ids"),
                messageIds(row, "in_reply_to"),
                messageIds(row, "reference_ids"),
                new UntrustedText(row.getString("subject")),
                JsonText.addresses(row.getString("from_list")),
                JsonText.addresses(row.getString("to_list")),
                JsonText.addresses(row.getString("cc_list")),
                JsonText.addresses(row.getString("bcc_list")),
                JsonText.addresses(row.getString("reply_to_list")),
                instant(row, "sent_at"));
    }

    private static List<MessageId> messageIds(ResultSet row, String column) throws SQLException {
        return words(row, column).stream().map(MessageId::new).toList();
    }

    private static Attachment attachment(JsonObject row) {
        return new Attachment(
                row.getInt("position"),
                new UntrustedText(row.getString("name")),
                row.getString("media_type"),
                row.getJsonNumber("size").longValueExact(),
                row.getBoolean("inline"),
                row.getString("content_id"),
                new BlobId(row.getString("content")));
    }
}
