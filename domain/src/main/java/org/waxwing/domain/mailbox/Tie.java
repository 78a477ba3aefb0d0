package org.waxwing.domain.mailbox;

/**
 * A name that messages of one conversation share. Names of different kinds never meet: what no Message-ID can contain
 * marks the others, so that nobody can write themselves into a conversation by it.
 *
 * @param name unique within an account
 */
public record Tie(String name) {
    private static final String REMOTE_THREAD = "\u0001t";
    private static final String ALIKE = "\u0001s";

    /** The tie of a Message-ID header, to all that name it. */
    public static Tie of(MessageId id) {
        return new Tie(id.value());
    }

    /** The tie of a conversation that the provider knows by this id. */
    public static Tie ofRemoteThread(String id) {
        return new Tie(REMOTE_THREAD + id);
    }

    /** The tie of messages with one {@link Likeness}. */
    public static Tie of(Likeness likeness) {
        return new Tie(ALIKE + Long.toHexString(likeness.hash()));
    }
}
