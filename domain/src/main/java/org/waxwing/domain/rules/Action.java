package org.waxwing.domain.rules;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.sorting.Category;

/**
 * What a rule does with a message. {@link #kind()} is the stable name of a type, for whatever is stored or sent. Labels
 * and marks add up; of places, categories, snoozes and replies a message gets one.
 */
public sealed interface Action {
    /** Gives it to a place: a folder, the archive, trash or spam. A message is in one place. */
    sealed interface Placing extends Action {}

    /** Sends something somewhere, which nothing takes back. */
    sealed interface Telling extends Action {}

    /** Writes to others. */
    sealed interface Sending extends Telling {}

    /** Puts a label of the owner's on it. */
    record Label(Keyword label) implements Action {}

    /** Takes a label from it. */
    record Unlabel(Keyword label) implements Action {}

    /** Moves it to a folder of its account. */
    record Move(Folder folder) implements Placing {}

    /** Moves it from the inbox to the archive. */
    record Archive() implements Placing {}

    /** Moves it to the trash. */
    record Trash() implements Placing {}

    /** Moves it to the spam folder. */
    record Spam() implements Placing {}

    /** Puts a star on it. */
    record Star() implements Action {}

    /** Marks it read. */
    record Read() implements Action {}

    /** Sorts it there. */
    record Categorise(Category category) implements Action {}

    /** Keeps its conversation out of the Imbox for a time. */
    record Snooze(Until until) implements Action {}

    /** Passes it on to an address that its owner has shown to be theirs to write to. */
    record Forward(String address) implements Sending {
        public Forward {
            address = address.strip();
        }
    }

    /**
     * Answers its sender with the same words each time.
     *
     * @param subject empty for the subject of the message behind {@code Re:}
     * @param every how long one sender gets no second answer
     */
    record Reply(String subject, String text, Duration every) implements Sending {}

    /** Tells its owner that it came. */
    record Notify() implements Telling {}

    /** Tells a program that it came. */
    record Webhook(URI address) implements Sending {}

    /** Passes over the rules behind this one. */
    record Stop() implements Action {}

    /** Which folder. */
    sealed interface Folder {
        /** One that is there. */
        record Known(MailboxId mailbox) implements Folder {}

        /** One of that name, made where there is none; levels parted by {@code /}. */
        record Named(String path) implements Folder {
            public Named {
                path = path.strip();
            }
        }
    }

    /** Until when. */
    sealed interface Until {
        /** So long from then on. */
        record After(Duration time) implements Until {}

        /** When its owner's clock shows that the next time. */
        record At(LocalTime time) implements Until {}
    }

    /** The stable name of the type of this action. */
    default String kind() {
        return switch (this) {
            case Label it -> "label";
            case Unlabel it -> "unlabel";
            case Move it -> "move";
            case Archive it -> "archive";
            case Trash it -> "trash";
            case Spam it -> "spam";
            case Star it -> "star";
            case Read it -> "read";
            case Categorise it -> "category";
            case Snooze it -> "snooze";
            case Forward it -> "forward";
            case Reply it -> "reply";
            case Notify it -> "notify";
            case Webhook it -> "webhook";
            case Stop it -> "stop";
        };
    }
}
