package org.waxwing.web.rest.mailbox;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.domain.reading.MailboxRow;

/**
 * A folder.
 *
 * @param path its whole name, levels parted by {@code /}
 * @param role {@code inbox}, {@code drafts}, {@code sent}, {@code archive}, {@code all}, {@code junk}, {@code trash}, or
 *     {@code none}
 * @param total messages in it
 * @param unread those of them that were not read
 */
@Schema(name = "Mailbox")
public record MailboxBody(
        String id, String accountId, String name, String path, String role, boolean selectable, long total,
        long unread) {
    static MailboxBody of(MailboxRow row) {
        var mailbox = row.mailbox();
        return new MailboxBody(
                mailbox.id().toString(),
                mailbox.account().toString(),
                mailbox.name(),
                mailbox.delimiter() == 0 ? mailbox.path() : mailbox.path().replace(mailbox.delimiter(), '/'),
                mailbox.role().name().toLowerCase(Locale.ROOT),
                mailbox.selectable(),
                row.total(),
                row.unread());
    }
}
