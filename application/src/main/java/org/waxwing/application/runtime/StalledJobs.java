package org.waxwing.application.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.jobs.JobId;

/** The jobs of everybody that should have got further by now: their event was lost or could not be handled. For the house. */
public interface StalledJobs {
    /** How long a job may stand still; it is begun again then, and after twice the time each time. */
    Duration FIRST_WAIT = Duration.ofMinutes(5);

    /** How often a job is begun again without getting further: 21 hours after it stood still it has failed. */
    int MOST_TIMES = 8;

    /** A job and whose it is. */
    record Entry(PersonId owner, AccountId account, JobId job) {}

    /** Those that are to be begun again now, noted as such; those that were so often enough have failed instead. */
    List<Entry> toResume(Instant now);
}
