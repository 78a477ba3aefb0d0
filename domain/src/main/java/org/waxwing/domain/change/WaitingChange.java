package org.waxwing.domain.change;

import java.util.List;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

/** Something that was done here and that the server does not know yet. */
public sealed interface WaitingChange {
    /** Its place in the queue of its account; grows with time. */
    long position();

    /** Whether it was tried before, perhaps with success that we did not hear of. */
    boolean tried();

    /** Where a message is at the server. */
    record At(MailboxId mailbox, String path, UidValidity validity, Uid uid) {}

    /** Something about one message. */
    sealed interface OfMessage extends WaitingChange {
        /** Which message. */
        EmailId email();

        /** Where it is at the server, as far as we know; empty while it is on its way. */
        List<At> places();
    }

    /** A message has a keyword now, or has it no more. */
    record Mark(long position, boolean tried, EmailId email, Keyword keyword, boolean present, List<At> places)
            implements
                OfMessage {
        public Mark {
            places = List.copyOf(places);
        }
    }

    /** A message moved from one folder to another. */
    record Move(long position, boolean tried, EmailId email, MailboxId target, String targetPath, List<At> places)
            implements
                OfMessage {
        public Move {
            places = List.copyOf(places);
        }
    }

    /** A message was removed from a folder for good. */
    record Delete(long position, boolean tried, EmailId email, List<At> places) implements OfMessage {
        public Delete {
            places = List.copyOf(places);
        }
    }

    /** A folder was made. */
    record CreateFolder(long position, boolean tried, MailboxId mailbox, String path) implements WaitingChange {}

    /** A folder got another path. */
    record RenameFolder(long position, boolean tried, MailboxId mailbox, String path, String target)
            implements
                WaitingChange {}

    /** A folder was removed. */
    record DropFolder(long position, boolean tried, MailboxId mailbox, String path) implements WaitingChange {}
}
