package org.waxwing.domain.mailbox;

import java.util.UUID;

/** Which folder, whatever it is called today. */
public record MailboxId(UUID value) {
    /**
     * The id that {@code text} spells as a UUID.
     *
     * @throws IllegalArgumentException it does not
     */
    public static MailboxId of(String text) {
        return new MailboxId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
