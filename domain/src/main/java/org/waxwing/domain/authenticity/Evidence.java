package org.waxwing.domain.authenticity;

import java.util.List;
import java.util.Set;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;

/**
 * What is known about a message before it is judged.
 *
 * @param own addresses of the reader, with the names they go by
 * @param contacts domains of those to whom the reader has written
 * @param writtenTo whether the reader has ever written to the sender
 * @param received how many messages have come from the sender, this one included
 * @param links whether the message leads to the web
 */
public record Evidence(
        EmailAddress from,
        List<EmailAddress> replyTo,
        Authentication authentication,
        List<EmailAddress> own,
        Set<String> contacts,
        boolean writtenTo,
        long received,
        UntrustedText subject,
        UntrustedText text,
        boolean links) {
    public Evidence {
        replyTo = List.copyOf(replyTo);
        own = List.copyOf(own);
        contacts = Set.copyOf(contacts);
    }
}
