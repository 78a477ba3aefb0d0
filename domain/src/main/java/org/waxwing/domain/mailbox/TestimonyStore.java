package org.waxwing.domain.mailbox;

import java.util.Map;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.authenticity.Testimony;

/** Keeps what was found out about messages after they were stored. Needs an open transaction of the account's owner. */
public interface TestimonyStore {
    /** Notes the testimonies of messages; those of messages that are not there any more are left out. */
    void note(AccountId account, Map<EmailId, Testimony> found);
}
