package org.waxwing.web.rest.mailbox;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.waxwing.domain.reading.ThreadView;

/**
 * A conversation.
 *
 * @param messages oldest first, at most the latest 200
 */
@Schema(name = "Thread")
public record ThreadBody(String id, String accountId, String subject, List<MessageBody> messages) {
    static ThreadBody of(ThreadView thread) {
        return new ThreadBody(
                thread.id().toString(),
                thread.account().toString(),
                thread.subject().value(),
                thread.messages().stream().map(MessageBody::whole).toList());
    }
}
