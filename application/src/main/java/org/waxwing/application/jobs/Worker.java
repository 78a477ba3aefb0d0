package org.waxwing.application.jobs;

import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.jobs.JobId;

/** Does the jobs of one task. */
@FunctionalInterface
public interface Worker {
    /** Does the next pieces of a job; nothing when it has ended. Opens transactions of its own. */
    void work(PersonId owner, AccountId account, JobId id);
}
