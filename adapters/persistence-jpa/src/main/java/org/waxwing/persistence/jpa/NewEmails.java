package org.waxwing.persistence.jpa;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.Attachment;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.Likeness;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.sync.SyncStateStore;
import org.waxwing.domain.sync.UidValidity;

/** Puts messages into {@code email} and the tables around it: five batches at most, however many. */
final class NewEmails {
    // what a Date header may claim, cut to what lists can be ordered by (ListPosition.START stands before all)
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:58Z");

    private NewEmails() {}

    private record File(Email email, Attachment attachment) {}

    static void insert(
            Sql sql,
            AccountId account,
            MailboxId mailbox,
            UidValidity validity,
            Collection<SyncStateStore.Newcomer> newcomers) {
        boolean listed = sql.list(row -> row.getBoolean("listed"), """
                select role not in ('JUNK', 'TRASH') as listed from mailbox where account_id = ? and id = ?
                """, account.value(), mailbox.value()).stream().findFirst().orElse(true);
        sql.batch("""
                insert into email (account_id, id, thread_id, source, size, received_at, sent_at, subject, preview,
                    message_ids, in_reply_to, reference_ids, from_list, to_list, cc_list, bcc_list, reply_to_list,
                    has_html, has_attachments, protection, keywords, listed, remote_id, likeness, testimony,
                    category, admission)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?,
                    nullif(?, ''), nullif(?, 0), nullif(?, '')::jsonb, ?, ?)
                """, newcomers.stream().map(it -> email(account, it, listed)));
        insertFiles(sql, account, newcomers);
        // after the files: a trigger makes the message searchable by everything that is there by now
        sql.batch("insert into email_body (account_id, email_id, text, html) values (?, ?, ?, ?)",
                newcomers.stream().map(SyncStateStore.Newcomer::email).map(it -> new Object[]{
                        account.value(),
                        it.id().value(),
                        it.message().text().value(),
                        it.message().html().value()}));
        insertSigns(sql, account, newcomers);
        sql.batch("""
                insert into email_mailbox
                    (account_id, mailbox_id, uid_validity, uid, email_id, keywords, received_at, unread)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, newcomers.stream().map(it -> new Object[]{
                account.value(),
                mailbox.value(),
                validity.value(),
                it.uid().value(),
                it.email().id().value(),
                keywords(it),
                storable(it.email().receivedAt()),
                !it.keywords().contains(Keyword.SEEN)}));
    }

    private static void insertSigns(Sql sql, AccountId account, Collection<SyncStateStore.Newcomer> newcomers) {
        var seen = newcomers.stream().filter(it -> !it.filing().signs().isEmpty()).toList();
        if (seen.isEmpty()) return;
        sql.batch("insert into email_signs (account_id, email_id, sender, signs) values (?, ?, ?, ?)",
                seen.stream().map(it -> new Object[]{
                        account.value(),
                        it.email().id().value(),
                        SortingColumns.sender(it.email().message().headers().from()),
                        it.filing().signs().getFirst().write()}));
    }

    private static void insertFiles(Sql sql, AccountId account, Collection<SyncStateStore.Newcomer> newcomers) {
        var files = newcomers.stream()
                .map(SyncStateStore.Newcomer::email)
                .flatMap(email -> email.message().attachments().stream().map(file -> new File(email, file)))
                .toList();
        if (files.isEmpty()) return;
        sql.batch("""
                insert into email_attachment (account_id, email_id, position, name, media_type, size, inline,
                    content_id, content)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, files.stream().map(it -> attachment(account, it)));
    }

    private static Object[] email(AccountId account, SyncStateStore.Newcomer newcomer, boolean listed) {
        var email = newcomer.email();
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
                email.message().attachments().stream().anyMatch(it -> !it.inline()),
                email.message().protection().name(),
                keywords(newcomer),
                listed,
                newcomer.ids().email(),
                likeness(newcomer),
                TestimonyJson.written(email.message().testimony()),
                newcomer.filing().placement().category().name(),
                newcomer.filing().placement().admission().name()};
    }

    // where the provider knows conversations, likeness counts for nothing
    private static long likeness(SyncStateStore.Newcomer newcomer) {
        if (!newcomer.ids().thread().isEmpty()) return 0;
        return Likeness.of(newcomer.email().message().headers()).map(Likeness::hash).orElse(0L);
    }

    private static String[] keywords(SyncStateStore.Newcomer newcomer) {
        return Sql.words(newcomer.keywords().stream().map(Keyword::name).sorted());
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
