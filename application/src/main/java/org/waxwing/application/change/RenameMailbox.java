package org.waxwing.application.change;

import java.util.List;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.FolderQueue;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;

/** Gives a folder another name or place: at once here, and at the server as soon as it can be reached. */
public class RenameMailbox {
    private final Transactions transactions;
    private final FolderChoice folders;
    private final FolderQueue queue;
    private final MailEvents events;
    private final LiveUpdates live;

    public RenameMailbox(
            Transactions transactions, FolderChoice folders, FolderQueue queue, MailEvents events, LiveUpdates live) {
        this.transactions = transactions;
        this.folders = folders;
        this.queue = queue;
        this.events = events;
        this.live = live;
    }

    /** What became of it. */
    public sealed interface Result {
        /** Renamed here. */
        record Renamed() implements Result {}

        /** There is another one of that path. */
        record AlreadyThere() implements Result {}

        /** No server could call a folder that. */
        record NotAName() implements Result {}

        /** The inbox keeps its name. */
        record NotAllowed() implements Result {}

        /** There is no such folder. */
        record NoSuchMailbox() implements Result {}
    }

    /**
     * Renames a folder, and those below it with it.
     *
     * @param path its whole new name, levels parted by {@code /}, whatever parts them at the server
     */
    public Result rename(PersonId owner, MailboxId mailbox, String path) {
        var name = FolderPath.of(path);
        if (name.isEmpty()) return new Result.NotAName();
        return transactions.call(Actor.of(owner), () -> folders.find(mailbox)
                .map(it -> rename(owner, it, name.get()))
                .orElseGet(Result.NoSuchMailbox::new));
    }

    private Result rename(PersonId owner, Mailbox mailbox, FolderPath name) {
        if (mailbox.role() == MailboxRole.INBOX) return new Result.NotAllowed();
        var wanted = name.at(mailbox.delimiter());
        if (wanted.isEmpty()) return new Result.NotAName();
        var whole = folders.pathFor(mailbox.account(), wanted.get());
        if (whole.equals(mailbox.path())) return new Result.Renamed();
        // a folder cannot become its own child
        if (whole.startsWith(mailbox.path() + mailbox.delimiter())) return new Result.NotAName();
        if (folders.everything(mailbox.account()).stream().anyMatch(it -> it.path().equals(whole)))
            return new Result.AlreadyThere();
        queue.rename(mailbox.account(), mailbox.id(), whole);
        tell(owner, mailbox.account());
        return new Result.Renamed();
    }

    private void tell(PersonId owner, AccountId account) {
        events.publish(new MailEvent.SyncWanted(owner, account));
        transactions.afterCommit(() -> live.tell(owner, List.of(new LiveUpdate.MailChanged(account))));
    }
}
