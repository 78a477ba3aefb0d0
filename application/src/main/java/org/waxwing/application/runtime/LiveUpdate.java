package org.waxwing.application.runtime;

import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ThreadId;

/** What an open page is told: ids only, the page reads the rest again. */
public sealed interface LiveUpdate {
    /** A new message can be listed and found. */
    record NewMessage(AccountId account, ThreadId thread, EmailId email) implements LiveUpdate {}

    /** A rule wants its owner told of a message, wherever it is listed. */
    record Notice(AccountId account, ThreadId thread, EmailId email) implements LiveUpdate {}

    /** Messages or marks of conversations of this account changed. */
    record MailChanged(AccountId account) implements LiveUpdate {}

    /** Synchronisation began, went on, ended or failed. */
    record SyncChanged(AccountId account) implements LiveUpdate {}

    /** A server refused something that the owner did, and it was taken back. */
    record ChangeRefused(AccountId account) implements LiveUpdate {}
}
