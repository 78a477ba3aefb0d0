package org.waxwing.domain.sync;

import org.waxwing.domain.mailbox.Mailbox;

/**
 * How our copy of one folder stands.
 *
 * @param stored messages that it shows here
 * @param atServer messages that it had when it was last looked at; -1 before that, or when the server did not tell
 * @param undelivered messages that the server has and does not deliver
 * @param perSecond messages a second in the latest batch that was brought in; 0 when none was yet
 * @param past when it was last equal to the server's, and what went wrong since
 */
public record FolderHealth(
        Mailbox mailbox, long stored, long atServer, long undelivered, double perSecond, SyncStatus.Past past) {}
