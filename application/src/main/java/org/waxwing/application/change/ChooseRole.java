package org.waxwing.application.change;

import java.util.List;
import java.util.Set;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.change.ChangeScope;
import org.waxwing.domain.change.FolderQueue;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;

/** Corrects what a folder is for, whatever its server says. */
public class ChooseRole {
    private static final Set<MailboxRole> CHOOSABLE = Set.of(MailboxRole.NONE, MailboxRole.ARCHIVE, MailboxRole.SENT,
            MailboxRole.DRAFTS, MailboxRole.TRASH, MailboxRole.JUNK);

    private final Transactions transactions;
    private final FolderChoice folders;
    private final FolderQueue queue;
    private final MailStore mail;
    private final ChangeScope scope;
    private final LiveUpdates live;

    public ChooseRole(
            Transactions transactions, FolderChoice folders, FolderQueue queue, MailStore mail, ChangeScope scope,
            LiveUpdates live) {
        this.transactions = transactions;
        this.folders = folders;
        this.queue = queue;
        this.mail = mail;
        this.scope = scope;
        this.live = live;
    }

    /**
     * Makes {@code mailbox} the folder of its account for {@code role}; with {@code NONE} it has no purpose any more. The
     * folder that had the role before loses it. The inbox stays what it is.
     *
     * @return false when there is no such folder, or it is the inbox, or the role cannot be chosen
     */
    public boolean choose(PersonId owner, MailboxId mailbox, MailboxRole role) {
        if (!CHOOSABLE.contains(role)) return false;
        return transactions.call(Actor.of(owner), () -> {
            var found = folders.find(mailbox).filter(it -> it.selectable() && it.role() != MailboxRole.INBOX);
            if (found.isEmpty()) return false;
            var account = found.get().account();
            var before = folders.of(account, role);
            queue.chooseRole(account, mailbox, role);
            // spam and trash are left out of other lists
            mail.settle(account, Set.copyOf(scope.in(account, mailbox)));
            if (role != MailboxRole.NONE)
                before.forEach(it -> mail.settle(account, Set.copyOf(scope.in(account, it.id()))));
            transactions.afterCommit(() -> live.tell(owner, List.of(new LiveUpdate.MailChanged(account))));
            return true;
        });
    }
}
