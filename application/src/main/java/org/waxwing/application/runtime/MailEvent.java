package org.waxwing.application.runtime;

import java.util.List;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.jobs.JobId;
import org.waxwing.domain.mailbox.EmailId;

/** Something that happened, or is wanted, and that somebody else has to act on. Ids only. */
public sealed interface MailEvent {
    /** Whose mail this is about; whoever handles the event acts for them. */
    PersonId owner();

    /** Which account this is about. */
    AccountId account();

    /** An account was connected. */
    record AccountAdded(PersonId owner, AccountId account) implements MailEvent {}

    /** An account got another sign-in, or other servers. */
    record AccountReconnected(PersonId owner, AccountId account) implements MailEvent {}

    /** An account was removed, with all its rows. */
    record AccountRemoved(PersonId owner, AccountId account) implements MailEvent {}

    /** The owner wants the account left alone. */
    record AccountPaused(PersonId owner, AccountId account) implements MailEvent {}

    /** The owner wants the account followed again, or has mended its sign-in. */
    record AccountResumed(PersonId owner, AccountId account) implements MailEvent {}

    /** An account should be compared with its server. */
    record SyncWanted(PersonId owner, AccountId account) implements MailEvent {}

    /** Conversations of the account that were snoozed until now should come back. */
    record WakeDue(PersonId owner, AccountId account) implements MailEvent {}

    /** Something of the account that is to be sent should be. */
    record ErrandsDue(PersonId owner, AccountId account) implements MailEvent {}

    /** A job should go on. */
    record JobDue(PersonId owner, AccountId account, JobId job) implements MailEvent {}

    /** An account was read to its end for the first time. */
    record AccountRead(PersonId owner, AccountId account) implements MailEvent {}

    /** Messages were stored for the first time. */
    record EmailsArrived(PersonId owner, AccountId account, List<EmailId> emails) implements MailEvent {
        public EmailsArrived {
            emails = List.copyOf(emails);
        }
    }
}
