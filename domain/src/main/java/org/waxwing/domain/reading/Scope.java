package org.waxwing.domain.reading;

import java.util.Optional;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;

/** Whose mail a list is made of. */
public sealed interface Scope {
    /** A view of one account, or over all when there is none. */
    static Scope of(Optional<AccountId> account, MailView view) {
        return account.<Scope>map(id -> new OneAccount(id, view)).orElseGet(() -> new AllAccounts(view));
    }

    /** A view over all accounts of the person. */
    record AllAccounts(MailView view) implements Scope {}

    /** A view over one account. */
    record OneAccount(AccountId account, MailView view) implements Scope {}

    /** One folder. */
    record OneMailbox(MailboxId mailbox) implements Scope {}

    /** What carries a label, over all accounts of the person, but not what only spam and trash show. */
    record AllLabelled(Keyword label) implements Scope {}

    /** The same over one account. */
    record OneLabelled(AccountId account, Keyword label) implements Scope {}
}
