package org.waxwing.domain.reading;

import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.MailboxId;

/** Whose mail a list is made of. */
public sealed interface Scope {
    /** A view over all accounts of the person. */
    record AllAccounts(MailView view) implements Scope {}

    /** A view over one account. */
    record OneAccount(AccountId account, MailView view) implements Scope {}

    /** One folder. */
    record OneMailbox(MailboxId mailbox) implements Scope {}
}
