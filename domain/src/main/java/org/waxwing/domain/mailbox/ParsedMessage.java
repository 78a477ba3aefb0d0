package org.waxwing.domain.mailbox;

import java.util.List;
import org.waxwing.domain.authenticity.Testimony;
import org.waxwing.domain.content.UntrustedText;

/**
 * A message taken apart.
 *
 * @param text the words to read and search: the plain part, or the HTML's text when there is no plain part
 * @param html the HTML part as the sender wrote it; empty when there is none
 * @param attachments in the message's order, their bytes already stored
 * @param protection the signature or encryption that was recognised around the words
 * @param testimony what the servers on its way wrote about its authenticity
 */
public record ParsedMessage(
        MessageHeaders headers,
        UntrustedText text,
        UntrustedText html,
        List<Attachment> attachments,
        Protection protection,
        Testimony testimony) {
    public ParsedMessage {
        attachments = List.copyOf(attachments);
    }
}
