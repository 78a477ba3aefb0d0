package org.waxwing.domain.rules;

import java.util.Collection;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.EmailId;

/** On which messages rules were run as they arrived. Needs an open transaction of the account's owner. */
public interface RuleRuns {
    /**
     * Notes that rules are run on these messages, in the transaction that does it: whoever asks for the same ones waits for
     * its end.
     *
     * @return those on which none were run before; what is not stored any more is left out
     */
    Set<EmailId> begin(AccountId account, Collection<EmailId> emails);
}
