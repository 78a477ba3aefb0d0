package org.waxwing.domain.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The jobs of a person. Needs an open transaction of the person, who sees their own. */
public interface JobStore {
    /** Notes a new job. */
    void begin(Job job);

    /**
     * A job, for the one who works on it: whoever else asks for it waits for the end of this transaction. Empty when there
     * is none.
     */
    Optional<Job> take(JobId job);

    /** Notes how far a job is, and that it has got there now. */
    void note(Job job, Instant now);

    /** The latest jobs, the latest first. */
    List<Job> latest(int atMost);
}
