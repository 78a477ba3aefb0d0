package org.waxwing.web.faces.mail;

import java.util.List;
import org.waxwing.web.faces.Avatar;

/**
 * A message in a conversation, as it is written there.
 *
 * @param open whether it is shown unfolded: the latest one, and what is unread
 * @param acquaintance how well the sender is known, as a sentence; empty for one's own messages
 * @param stranger whether this is the first message of its sender
 * @param seal how it was signed or encrypted, as a sentence; empty when it was not
 * @param locked whether it is encrypted, so that nothing of it can be shown
 * @param safety what is said about its sender
 * @param instant in ISO form, for machines
 */
public record Message(
        String id,
        Avatar avatar,
        String name,
        String address,
        boolean own,
        boolean unread,
        boolean starred,
        boolean draft,
        boolean open,
        String time,
        String fullTime,
        String instant,
        String preview,
        String recipients,
        String acquaintance,
        boolean stranger,
        String seal,
        boolean locked,
        Safety safety,
        List<Fact> facts,
        boolean html,
        MailText text,
        List<FileChip> files) {
    public Message {
        facts = List.copyOf(facts);
        files = List.copyOf(files);
    }

    /** A line of the details. */
    public record Fact(String label, String value) {}

    /** Whether there is neither HTML nor text. */
    public boolean silent() {
        return !html && text.blocks().isEmpty();
    }

    /** Whether both forms exist to choose from. */
    public boolean twofold() {
        return html && !text.blocks().isEmpty();
    }

    /** Where its HTML is served. */
    public String htmlHref() {
        return "api/v1/messages/" + id + "/html";
    }

    /** Where its source is served. */
    public String sourceHref() {
        return "api/v1/messages/" + id + "/raw";
    }
}
