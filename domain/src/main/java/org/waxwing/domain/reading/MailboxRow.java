package org.waxwing.domain.reading;

import org.waxwing.domain.mailbox.Mailbox;

/**
 * A folder with what it holds.
 *
 * @param total messages in it
 * @param unread those of them without {@code $seen}
 */
public record MailboxRow(Mailbox mailbox, long total, long unread) {}
