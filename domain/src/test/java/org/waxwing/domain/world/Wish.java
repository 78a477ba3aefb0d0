package org.waxwing.domain.world;

import java.util.ArrayList;
import java.util.List;
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

    /** Takes a message from one folder to another. */
    sealed interface Moving extends Leaving {
        /** From which folders came before what it moves; what came from elsewhere stays. */
        List<MailboxId> trail();

        MailboxId to();
    }

    /**
     * Moves a message on.
     *
     * @param via folders it was shown in on its way, in order, of which the server never heard
     */
    record Move(EmailId email, MailboxId from, List<MailboxId> trail, List<MailboxId> via, MailboxId to)
            implements
                Moving {
        public Move {
            trail = List.copyOf(trail);
            via = List.copyOf(via);
        }

        /** The folders that it leaves, in order. */
        List<MailboxId> left() {
            var left = new ArrayList<MailboxId>(List.of(from));
            left.addAll(via);
            return left;
        }
    }

    /** Moves a message back to where it came from last. */
    record MoveBack(EmailId email, MailboxId from, List<MailboxId> trail) implements Moving {
        public MoveBack {
            trail = List.copyOf(trail);
        }

        @Override
        public MailboxId to() {
            return trail.getLast();
        }
    }

    record Delete(EmailId email, MailboxId from) implements Leaving {}

    /** About one folder. */
    sealed interface OfFolder extends Wish {
        MailboxId mailbox();
    }

    record Create(MailboxId mailbox) implements OfFolder {}

    record Rename(MailboxId mailbox, String path) implements OfFolder {}

    record Drop(MailboxId mailbox) implements OfFolder {}
}
