package org.waxwing.web.faces.mail;

import java.util.List;

/**
 * A conversation in the reader.
 *
 * @param account the id of the account it came to
 * @param chips folders it lies in, other than inboxes
 * @param labels of the owner's on any of its messages
 * @param summary how long it is, whose account it came to and how well its latest sender is known
 */
public record Conversation(
        String id,
        String account,
        String subject,
        List<String> chips,
        List<LabelChip> labels,
        String summary,
        List<Message> messages) {
    public Conversation {
        chips = List.copyOf(chips);
        labels = List.copyOf(labels);
        messages = List.copyOf(messages);
    }
}
