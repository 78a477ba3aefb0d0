package org.waxwing.domain.rules.dryrun;

import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.rules.Action;

/** Whether an action would make a difference to a message as it is. */
final class Change {
    private Change() {}

    /** Whether anything would be different. Whatever is sent to somebody always makes one. */
    static boolean makes(Action action, Present now) {
        return switch (action) {
            case Action.Label(var label) -> !now.keywords().contains(label);
            case Action.Unlabel(var label) -> now.keywords().contains(label);
            case Action.Move(Action.Folder.Known(var mailbox)) -> !mailbox.equals(now.mailbox());
            case Action.Move(Action.Folder.Named(var path)) -> !path.equals(now.path());
            case Action.Archive it -> now.role() == MailboxRole.INBOX;
            case Action.Trash it -> now.role() != MailboxRole.TRASH;
            case Action.Spam it -> now.role() != MailboxRole.JUNK;
            case Action.Star it -> !now.keywords().contains(Keyword.FLAGGED);
            case Action.Read it -> !now.keywords().contains(Keyword.SEEN);
            case Action.Categorise(var category) -> category != now.category();
            case Action.Snooze it -> !now.waiting();
            case Action.Telling it -> true;
            case Action.Stop it -> false;
        };
    }

    /** Whether that would undo what somebody decided by hand. */
    static boolean undoes(Action action, Present now) {
        return makes(action, now) && switch (action) {
            case Action.Label(var label) -> now.labelsByHand().contains(label);
            case Action.Unlabel(var label) -> now.labelsByHand().contains(label);
            case Action.Placing it -> now.byHand().contains(Present.Deed.PLACE);
            case Action.Categorise it -> now.byHand().contains(Present.Deed.CATEGORY);
            case Action.Star it -> now.byHand().contains(Present.Deed.STAR);
            case Action.Read it -> now.byHand().contains(Present.Deed.READ);
            case Action.Snooze it -> now.byHand().contains(Present.Deed.SNOOZE);
            case Action.Telling it -> false;
            case Action.Stop it -> false;
        };
    }
}
