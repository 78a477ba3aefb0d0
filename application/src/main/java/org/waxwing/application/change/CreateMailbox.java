package org.waxwing.application.change;

import java.util.List;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.change.FolderQueue;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;

/** Makes a folder: at once here, and at the server as soon as it can be reached. */
public class CreateMailbox {
    private final Transactions transactions;
    private final AccountStore accounts;
    private final FolderChoice folders;
    private final FolderQueue queue;
    private final MailEvents events;
    private final LiveUpdates live;
    private final Ids ids;

    public CreateMailbox(
            Transactions transactions, AccountStore accounts, FolderChoice folders, FolderQueue queue,
            MailEvents events, LiveUpdates live, Ids ids) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.folders = folders;
        this.queue = queue;
        this.events = events;
        this.live = live;
        this.ids = ids;
    }

    /** What became of it. */
    public sealed interface Result {
        /** Made here. */
        record Created(MailboxId mailbox) implements Result {}

        /** There is one of that path. */
        record AlreadyThere(MailboxId mailbox) implements Result {}

        /** No server could call a folder that. */
        record NotAName() implements Result {}

        /** There is no such account. */
        record NoSuchAccount() implements Result {}
    }

    /**
     * Makes a folder.
     *
     * @param path its whole name, levels parted by {@code /}, whatever parts them at the server
     */
    public Result create(PersonId owner, AccountId account, String path) {
        var name = FolderPath.of(path);
        if (name.isEmpty()) return new Result.NotAName();
        return transactions.call(Actor.of(owner), () -> {
            if (accounts.account(account).isEmpty()) return new Result.NoSuchAccount();
            char delimiter = folders.delimiter(account);
            var wanted = name.get().at(delimiter);
            if (wanted.isEmpty()) return new Result.NotAName();
            var whole = folders.pathFor(account, wanted.get());
            var there = folders.everything(account).stream().filter(it -> it.path().equals(whole)).findFirst();
            if (there.isPresent()) return new Result.AlreadyThere(there.get().id());
            var mailbox = new Mailbox(
                    new MailboxId(ids.next()), account, whole, delimiter, MailboxRole.NONE, true);
            queue.create(mailbox);
            tell(owner, account);
            return new Result.Created(mailbox.id());
        });
    }

    private void tell(PersonId owner, AccountId account) {
        events.publish(new MailEvent.SyncWanted(owner, account));
        transactions.afterCommit(() -> live.tell(owner, List.of(new LiveUpdate.MailChanged(account))));
    }
}
