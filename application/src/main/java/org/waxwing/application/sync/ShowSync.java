package org.waxwing.application.sync;

import java.util.List;
import java.util.Optional;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.sync.FolderHealth;
import org.waxwing.domain.sync.SyncStatus;

/** How the synchronisation of an account stands, folder by folder. */
public class ShowSync {
    /**
     * The state of an account.
     *
     * @param watched whether its inbox is being watched by this node
     * @param waitingChanges what the owner did and the server does not know yet
     * @param folders in the order of their roles, then by path
     */
    public record Report(
            Account account, SyncStatus status, boolean watched, long waitingChanges, List<FolderHealth> folders) {
        public Report {
            folders = List.copyOf(folders);
        }
    }

    /** The state of {@code account}; empty when {@code owner} has no such account. */
    public Optional<Report> show(PersonId owner, AccountId account) {
        throw new IllegalStateException();
    }
}
