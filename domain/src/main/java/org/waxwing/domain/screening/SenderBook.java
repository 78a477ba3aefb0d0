package org.waxwing.domain.screening;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.EmailAddress;

/** Who an account has exchanged mail with. Needs an open transaction of the account's owner. */
public interface SenderBook {
    /** Notes messages; one that was noted before, for the same address and direction, counts no second time. */
    void note(AccountId account, Collection<Correspondence> messages);

    /** The domains of those whom the account has written to, in lower case, each once; at most {@code most}. */
    Set<String> writtenTo(AccountId account, int most);

    /** How well these are known, by {@link EmailAddress#key()}; strangers are {@link Acquaintance#NONE}. */
    Map<String, Acquaintance> known(AccountId account, Collection<EmailAddress> addresses);

    /**
     * How well these are known over all accounts of the owner, by {@link EmailAddress#key()}; strangers are
     * {@link Familiarity#NONE}.
     */
    Map<String, Familiarity> familiar(Collection<EmailAddress> addresses);

    /** Which of these domains any account of the owner has written to; in lower case. */
    Set<String> writtenAt(Collection<String> domains);

    /**
     * At most {@code limit} of the people whom any account of the owner knows, whose name or address contains all words
     * of {@code typed}; everybody when nothing was typed. First those who were written to, then those with most mail.
     */
    List<Contact> find(String typed, int limit);
}
