package org.waxwing.domain.change;

import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;

/** What a person does to messages. */
public sealed interface Deed {
    /** Marks them read: {@code $seen} on all messages of the conversations. */
    record Read() implements Deed {}

    /** Marks the latest message of each conversation unread. */
    record Unread() implements Deed {}

    /** Puts a star on the latest message of each conversation. */
    record Star() implements Deed {}

    /** Takes the star from all messages of the conversations. */
    record Unstar() implements Deed {}

    /** Notes that the latest message of each conversation was answered. */
    record Answered() implements Deed {}

    /** Puts a label of the owner's on all messages of the conversations. */
    record Label(Keyword label) implements Deed {}

    /** Takes a label from all messages of the conversations. */
    record Unlabel(Keyword label) implements Deed {}

    /** Moves what is in the inbox to the archive, which is made when there is none. */
    record Archive() implements Deed {}

    /** Moves everything to the trash, which is made when there is none. */
    record Trash() implements Deed {}

    /** Moves everything that was received to the spam folder, which is made when there is none. */
    record Spam() implements Deed {}

    /** Moves everything that was received, out of spam or trash too, to a folder of the same account. */
    record Move(MailboxId target) implements Deed {}

    /** Removes for good what is in trash or spam; leaves the rest. Cannot be undone. */
    record Delete() implements Deed {}
}
