package org.waxwing.web.faces.mail;

import java.util.List;

/**
 * A conversation in the reader.
 *
 * @param account the id of the account it came to
 * @param labels of the owner's on any of its messages
 * @param summary how long it is, and whose account it came to
 * @param people who takes part
 * @param earlier how many messages stand before those that are shown
 * @param before where those end, as a token
 * @param alone the id of the one message that is shown without the others; empty when all are
 * @param messages oldest first
 */
public record Conversation(
        String id,
        String account,
        String subject,
        List<LabelChip> labels,
        String summary,
        String people,
        int earlier,
        String before,
        String alone,
        List<Message> messages) {
    /** No conversation at all. */
    static final Conversation NONE = new Conversation("", "", "", List.of(), "", "", 0, "", "", List.of());

    public Conversation {
        labels = List.copyOf(labels);
        messages = List.copyOf(messages);
    }
}
