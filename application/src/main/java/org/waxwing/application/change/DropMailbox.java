package org.waxwing.application.change;

import java.util.List;
import java.util.Set;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ChangeQueue;
import org.waxwing.domain.change.ChangeScope;
import org.waxwing.domain.change.FolderQueue;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;

/** Removes a folder: at once here, and at the server as soon as it can be reached. What is in it goes to the trash. */
public class DropMailbox {
    private final Transactions transactions;
    private final FolderChoice folders;
    private final FolderQueue queue;
    private final ChangeScope scope;
    private final ChangeQueue changes;
    private final MailStore mail;
    private final MailEvents events;
    private final LiveUpdates live;

    public DropMailbox(
            Transactions transactions, FolderChoice folders, FolderQueue queue, ChangeScope scope, ChangeQueue changes,
            MailStore mail, MailEvents events, LiveUpdates live) {
        this.transactions = transactions;
        this.folders = folders;
        this.queue = queue;
        this.scope = scope;
        this.changes = changes;
        this.mail = mail;
        this.events = events;
        this.live = live;
    }

    /** What became of it. */
    public sealed interface Result {
        /** Removed here. */
        record Dropped() implements Result {}

        /** There is mail in it, and the person was not asked whether that may go to the trash. */
        record NotEmpty(long messages) implements Result {}

        /** Folders that mail programs need, and those with others below them, stay. */
        record NotAllowed() implements Result {}

        /** There is no such folder. */
        record NoSuchMailbox() implements Result {}
    }

    /**
     * Removes a folder.
     *
     * @param evenWithMail whether what is in it may go to the trash
     */
    public Result drop(PersonId owner, MailboxId mailbox, boolean evenWithMail) {
        return transactions.call(Actor.of(owner), () -> folders.find(mailbox)
                .map(it -> drop(owner, it, evenWithMail))
                .orElseGet(Result.NoSuchMailbox::new));
    }

    private Result drop(PersonId owner, Mailbox mailbox, boolean evenWithMail) {
        boolean hasOthers = folders.everything(mailbox.account()).stream()
                .anyMatch(it -> mailbox.delimiter() != 0 && it.path().startsWith(mailbox.path() + mailbox.delimiter()));
        if (hasOthers || (mailbox.role() != MailboxRole.NONE && mailbox.role() != MailboxRole.ARCHIVE))
            return new Result.NotAllowed();
        var inside = scope.in(mailbox.account(), mailbox.id());
        if (!inside.isEmpty()) {
            if (!evenWithMail) return new Result.NotEmpty(inside.size());
            var trash = folders.forRole(mailbox.account(), MailboxRole.TRASH);
            var moved = changes.move(mailbox.account(), inside, List.of(mailbox.id()), trash);
            mail.settle(mailbox.account(), moved.getOrDefault(mailbox.id(), Set.of()));
        }
        queue.drop(mailbox.account(), mailbox.id());
        tell(owner, mailbox.account());
        return new Result.Dropped();
    }

    private void tell(PersonId owner, AccountId account) {
        events.publish(new MailEvent.SyncWanted(owner, account));
        transactions.afterCommit(() -> live.tell(owner, List.of(new LiveUpdate.MailChanged(account))));
    }
}
