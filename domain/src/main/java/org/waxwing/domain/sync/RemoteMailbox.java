package org.waxwing.domain.sync;

import org.waxwing.domain.mailbox.MailboxRole;

/** A folder as the server lists it; the components mean what they mean in {@code Mailbox}. */
public record RemoteMailbox(String path, char delimiter, MailboxRole role, boolean selectable) {}
