package org.waxwing.web.rest.mailbox;

import org.waxwing.application.mailbox.ListEmails;
import org.waxwing.domain.mailbox.MessageId;

/** Which of the two ways to look for messages a request means. */
final class MessageSearch {
    private MessageSearch() {}

    static ListEmails.Wanted of(ListParameters parameters, String messageId) {
        var header = messageId.strip().replaceAll("^<|>$", "").strip();
        return header.isEmpty()
                ? new ListEmails.Wanted.Listed(parameters.query())
                : new ListEmails.Wanted.Named(new MessageId(header));
    }
}
