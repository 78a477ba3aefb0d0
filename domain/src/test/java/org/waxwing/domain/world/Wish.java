package org.waxwing.domain.world;

import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;

/** What was done here and is to be done at the server. */
sealed interface Wish {
    /** About one message. */
    sealed interface OfMessage extends Wish {
        EmailId email();
    }

    /** Takes a message out of a folder. */
    sealed interface Leaving extends OfMessage {
        MailboxId from();
    }

    record Mark(EmailId email, Keyword keyword, boolean present) implements OfMessage {}

    record Move(EmailId email, MailboxId from, MailboxId to) implements Leaving {}

    record Delete(EmailId email, MailboxId from) implements Leaving {}

    /** About one folder. */
    sealed interface OfFolder extends Wish {
        MailboxId mailbox();
    }

    record Create(MailboxId mailbox) implements OfFolder {}

    record Rename(MailboxId mailbox, String path) implements OfFolder {}

    record Drop(MailboxId mailbox) implements OfFolder {}
}
