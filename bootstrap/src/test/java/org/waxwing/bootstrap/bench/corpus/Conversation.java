package org.waxwing.bootstrap.bench.corpus;

import java.util.ArrayList;
import java.util.List;

/** What the next message of a conversation has to know of those before it. */
final class Conversation {
    private final Kind kind;
    private final String subject;
    private final List<Correspondent> members;
    private final List<String> messageIds = new ArrayList<>();
    private String latest = "";

    Conversation(Kind kind, String subject, List<Correspondent> members) {
        this.kind = kind;
        this.subject = subject;
        this.members = List.copyOf(members);
    }

    Kind kind() {
        return kind;
    }

    String subject() {
        return messageIds.isEmpty() ? subject : "Re: " + subject;
    }

    /** Whose turn it is. */
    Correspondent sender() {
        return members.get(messageIds.size() % members.size());
    }

    Correspondent recipient() {
        return members.get((messageIds.size() + 1) % members.size());
    }

    /** The latest of those before, oldest first. */
    List<String> references() {
        return messageIds.subList(Math.max(0, messageIds.size() - 12), messageIds.size());
    }

    /** What the message before said; empty for the first one. */
    String latest() {
        return latest;
    }

    void add(String messageId, String text) {
        messageIds.add(messageId);
        latest = text;
    }
}
