package org.waxwing.persistence.jpa;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.MessageId;

/** Puts messages into {@code email}, {@code email_attachment} and {@code email_body}: three batches, however many. */
final class NewEmails {
    // what a Date header may claim, cut to what lists can be ordered by (ListPosition.START stands before all)
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:58Z");

    private NewEmails() {}

    private record File(Email email, Attachment attachment) {}

    static void insert(Sql sql, AccountId account, Collection<Email> emails) {
        sql.batch("""
                insert into email (account_id, id, thread_id, source, size, received_at, sent_at, subject, preview,
                    message_ids, in_reply_to, reference_ids, from_list, to_list, cc_list, bcc_list, reply_to_list,
                    has_html, has_attachments)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?)
                """, emails.stream().map(it -> email(account, it)));
        insertFiles(sql, account, emails);
        // last: a trigger makes the message searchable by everything that is there by now
        sql.batch("insert into email_body (account_id, email_id, text, html) values (?, ?, ?, ?)",
                emails.stream().map(it -> new Object[]{
                        account.value(),
                        it.id().value(),
                        it.message().text().value(),
                        it.message().html().value()}));
    }

    private static void insertFiles(Sql sql, AccountId account, Collection<Email> emails) {
        var files = emails.stream()
                .flatMap(email -> email.message().attachments().stream().map(file -> new File(email, file)))
                .toList();
        if (files.isEmpty()) return;
        sql.batch("""
                insert into email_attachment (account_id, email_id, position, name, media_type, size, inline,
                    content_id, content)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, files.stream().map(it -> attachment(account, it)));
    }

    private static Object[] email(AccountId account, Email email) {
        var headers = email.message().headers();
        return new Object[]{
                account.value(),
                email.id().value(),
                email.thread().value(),
                email.source().sha256(),
                email.size(),
                storable(email.receivedAt()),
                storable(headers.sentAt()),
                headers.subject().value(),
                email.preview().value(),
                words(headers.messageId()),
                words(headers.inReplyTo()),
                words(headers.references()),
                JsonText.addresses(headers.from()),
                JsonText.addresses(headers.to()),
                JsonText.addresses(headers.cc()),
                JsonText.addresses(headers.bcc()),
                JsonText.addresses(headers.replyTo()),
                !email.message().html().value().isEmpty(),
                email.message().attachments().stream().anyMatch(it -> !it.inline())};
    }

    private static Object[] attachment(AccountId account, File file) {
        var attachment = file.attachment();
        return new Object[]{
                account.value(),
                file.email().id().value(),
                attachment.position(),
                attachment.name().value(),
                attachment.mediaType(),
                attachment.size(),
                attachment.inline(),
                attachment.contentId(),
                attachment.content().sha256()};
    }

    private static String[] words(List<MessageId> ids) {
        return Sql.words(ids.stream().map(MessageId::value));
    }

    static Instant storable(Instant time) {
        if (time.isBefore(EARLIEST)) return EARLIEST;
        return time.isAfter(LATEST) ? LATEST : time;
    }
}
