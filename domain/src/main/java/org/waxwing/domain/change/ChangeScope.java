package org.waxwing.domain.change;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.Scope;

/** Which messages a deed is about. Sees only what belongs to the person whose transaction is open. */
public interface ChangeScope {
    /** A message. */
    record Subject(AccountId account, ThreadId thread, EmailId email, Instant receivedAt) {}

    /** All messages of these conversations, and these messages, each once; those that are not there are left out. */
    List<Subject> find(Set<ThreadId> threads, Set<EmailId> emails);

    /** All conversations of a list, by account. */
    Map<AccountId, List<ThreadId>> all(Scope list, boolean unreadOnly);

    /** The messages that a folder shows. */
    List<EmailId> in(AccountId account, MailboxId mailbox);
}
