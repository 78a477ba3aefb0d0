package org.waxwing.domain.account;

import java.time.Instant;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;

/**
 * A connected mail account.
 *
 * @param owner the person who connected it, and the only one who sees its mail
 * @param address what mail to it is addressed to
 * @param displayName what the owner calls it, on one line, at most 100 characters; the address when that is blank
 * @param incoming the IMAP server
 * @param outgoing the submission server
 */
public record Account(
        AccountId id,
        PersonId owner,
        EmailAddress address,
        String displayName,
        ServerEndpoint incoming,
        ServerEndpoint outgoing,
        Instant addedAt) {
    private static final int LONGEST_NAME = 100;

    public Account {
        displayName = new UntrustedText(displayName).onOneLine().clipped(LONGEST_NAME).value();
        if (displayName.isEmpty()) displayName = address.address();
        if (!address.isDeliverable()) throw new IllegalArgumentException("Not an address that receives mail");
    }

    /** The same account under another name. */
    public Account named(String name) {
        return new Account(id, owner, address, name, incoming, outgoing, addedAt);
    }

    /** The same account at these servers. */
    public Account at(ServerEndpoint in, ServerEndpoint out) {
        return new Account(id, owner, address, displayName, in, out, addedAt);
    }

    /** Whether both are the same mailbox of the same person, however they are spelt: one of them is enough. */
    public boolean isTwinOf(EmailAddress otherAddress, ServerEndpoint otherIncoming) {
        return address.key().equals(otherAddress.key()) && incoming.host().equalsIgnoreCase(otherIncoming.host());
    }
}
