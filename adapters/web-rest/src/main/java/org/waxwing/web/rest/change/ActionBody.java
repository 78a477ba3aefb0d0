package org.waxwing.web.rest.change;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is sent to do something to mail, for the API's description: it is read by {@link ActionRequest}.
 *
 * @param op what to do
 * @param threadIds conversations
 * @param messageIds single messages; with the conversations at most 10,000
 * @param query instead of both, all conversations of a list at this moment: {@code view=imbox},
 *     {@code view=archive&account=…}, {@code mailbox=…} or {@code q=words}; with {@code &unread=true} only what is unread
 * @param except conversations that are left out of these, at most 10,000
 * @param until when they come back; only with {@code snooze}
 * @param quiet with true, it belongs to something else: it is not remembered and cannot be undone
 * @param label only with {@code label} and {@code unlabel}
 * @param mailboxId where to; only with {@code move}
 * @param category {@code imbox}, {@code feed} or {@code paper_trail}; only with {@code categorize}
 * @param scope for which mail that holds: {@code kind}, {@code sender}, {@code message} or {@code domain}; without it, what
 *     is sensible
 * @param stored with true, mail that is there already is sorted by it, too; only with {@code categorize}
 */
@Schema(name = "Action")
public record ActionBody(
        @Schema(required = true, enumeration = {
                "read", "unread", "star", "unstar", "answered", "label", "unlabel", "archive", "trash", "spam", "move",
                "to-inbox", "delete", "snooze", "unsnooze", "later", "aside", "back", "mute", "unmute", "categorize"
        }) String op,
        List<String> threadIds,
        List<String> messageIds,
        String query,
        List<String> except,
        String label,
        String mailboxId,
        Instant until,
        boolean quiet,
        String category,
        String scope,
        boolean stored){
    public ActionBody {
        threadIds = List.copyOf(threadIds);
        messageIds = List.copyOf(messageIds);
        except = List.copyOf(except);
    }
}
