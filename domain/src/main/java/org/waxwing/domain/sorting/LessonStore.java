package org.waxwing.domain.sorting;

import java.util.Collection;
import java.util.List;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.EmailId;

/**
 * What a person has taught about where mail belongs, over all their accounts. Needs an open transaction of the person,
 * who sees and changes what is theirs alone.
 */
public interface LessonStore {
    /** Keeps a lesson in place of one with the same scope. */
    void keep(Lesson lesson);

    /** Takes a lesson back; whether it was there. */
    boolean forget(LessonId lesson);

    /** All of them, the newest first. */
    List<Lesson> all();

    /**
     * Those that may be about some messages: about one of them, or about one of the senders, their kinds or domains. In no
     * order; {@link Lessons} finds which one holds.
     */
    List<Lesson> about(Collection<EmailId> emails, Collection<EmailAddress> senders);
}
