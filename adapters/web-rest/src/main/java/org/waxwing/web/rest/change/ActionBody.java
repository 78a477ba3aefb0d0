package org.waxwing.web.rest.change;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is sent to do something to mail, for the API's description: it is read by {@link ActionRequest}.
 *
 * @param op what to do
 * @param threadIds conversations
 * @param messageIds single messages; with the conversations at most 10,000
 * @param label only with {@code label} and {@code unlabel}
 * @param mailboxId where to; only with {@code move}
 */
@Schema(name = "Action")
public record ActionBody(
        @Schema(required = true, enumeration = {
                "read", "unread", "star", "unstar", "answered", "label", "unlabel", "archive", "trash", "spam", "move",
                "delete"
        }) String op,
        List<String> threadIds,
        List<String> messageIds,
        String label,
        String mailboxId){
    public ActionBody {
        threadIds = List.copyOf(threadIds);
        messageIds = List.copyOf(messageIds);
    }
}
