package org.waxwing.domain.sending;

import java.net.URI;
import org.waxwing.domain.identity.EmailAddress;

/** What an errand is about. */
public sealed interface Task {
    /** A message that a submission server takes. */
    sealed interface Mail extends Task {
        /** Who gets it. */
        EmailAddress to();
    }

    /** The message is passed on, as an attachment of another one. */
    record Forward(EmailAddress to) implements Mail {}

    /**
     * The message is answered.
     *
     * @param subject empty for the subject of the message behind {@code Re:}
     */
    record Reply(EmailAddress to, String subject, String text) implements Mail {}

    /** A program is told of the message. */
    record Webhook(URI address) implements Task {}

    /** The stable name of this kind of task. */
    default String kind() {
        return switch (this) {
            case Forward it -> "forward";
            case Reply it -> "reply";
            case Webhook it -> "webhook";
        };
    }
}
