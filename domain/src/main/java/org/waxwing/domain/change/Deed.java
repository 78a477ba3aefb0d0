package org.waxwing.domain.change;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.triage.Standing;

/**
 * What a person does to messages and conversations. Archiving, moving and removing a conversation takes it off its pile
 * and out of its snooze; it stays muted.
 */
public sealed interface Deed {
    /** Gives messages a keyword, or takes it. */
    sealed interface Marks extends Deed {}

    /** Moves messages to another folder. */
    sealed interface Moves extends Deed {}

    /** Puts conversations somewhere else in Waxwing alone: always whole ones. */
    sealed interface Puts extends Deed {}

    /** Marks them read: {@code $seen} on all messages of the conversations. */
    record Read() implements Marks {}

    /** Marks the latest message of each conversation unread. */
    record Unread() implements Marks {}

    /** Puts a star on the latest message of each conversation. */
    record Star() implements Marks {}

    /** Takes the star from all messages of the conversations. */
    record Unstar() implements Marks {}

    /** Notes that the latest message of each conversation was answered. */
    record Answered() implements Marks {}

    /** Puts a label of the owner's on all messages of the conversations. */
    record Label(Keyword label) implements Marks {}

    /** Takes a label from all messages of the conversations. */
    record Unlabel(Keyword label) implements Marks {}

    /** Moves what is in the inbox to the archive, which is made when there is none. */
    record Archive() implements Moves {}

    /** Moves everything to the trash, which is made when there is none. */
    record Trash() implements Moves {}

    /** Moves everything that was received to the spam folder, which is made when there is none. */
    record Spam() implements Moves {}

    /** Moves everything that was received, out of spam or trash too, to a folder of the same account. */
    record Move(MailboxId target) implements Moves {}

    /** Moves everything that was received, out of spam or trash too, to the inbox of its account: it is in the Imbox then. */
    record ToInbox() implements Moves {}

    /** Removes for good what is in trash or spam; leaves the rest. Cannot be undone. */
    record Delete() implements Deed {}

    /** Keeps conversations out of the Imbox until then, or until somebody answers. */
    record Snooze(Instant until) implements Puts {
        public Snooze {
            until = until.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** Ends that before its time. */
    record Unsnooze() implements Puts {}

    /** Puts conversations on a pile. */
    record PutOn(Standing.Pile pile) implements Puts {}

    /** Takes conversations from where they wait back to the Imbox. */
    record Back() implements Puts {}

    /** Keeps conversations out of the Imbox whatever arrives. */
    record Mute() implements Puts {}

    /** Ends that. */
    record Unmute() implements Puts {}

    /** What it is called, as the API spells it. */
    default String title() {
        return switch (this) {
            case Read() -> "read";
            case Unread() -> "unread";
            case Star() -> "star";
            case Unstar() -> "unstar";
            case Answered() -> "answered";
            case Label(var label) -> "label";
            case Unlabel(var label) -> "unlabel";
            case Archive() -> "archive";
            case Trash() -> "trash";
            case Spam() -> "spam";
            case Move(var target) -> "move";
            case ToInbox() -> "to-inbox";
            case Delete() -> "delete";
            case Snooze(var until) -> "snooze";
            case Unsnooze() -> "unsnooze";
            case PutOn(var pile) -> pile == Standing.Pile.LATER ? "later" : "aside";
            case Back() -> "back";
            case Mute() -> "mute";
            case Unmute() -> "unmute";
        };
    }
}
