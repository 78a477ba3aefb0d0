package org.waxwing.application.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.BlobStore;

/** Removes the bytes of an account whose rows are gone. */
public class CleanUpAccount {
    private final BlobStore blobs;

    public CleanUpAccount(BlobStore blobs) {
        this.blobs = blobs;
    }

    /** Removes all that is left of {@code account} outside the database. */
    public void cleanUp(AccountId account) {
        try {
            blobs.forget(account);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes of removed account " + account + " are left", e);
        }
    }
}
