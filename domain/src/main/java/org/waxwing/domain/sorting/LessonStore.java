package org.waxwing.domain.sorting;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.EmailId;

/**
 * What a person has taught about where mail belongs, over all their accounts. Needs an open transaction of the person,
 * who sees and changes what is theirs alone.
 */
public interface LessonStore {
    /** Keeps lessons in place of those with the same scopes. */
    void keep(Collection<Lesson> lessons);

    /** As {@link #keep(Collection)}, one. */
    default void keep(Lesson lesson) {
        keep(List.of(lesson));
    }

    /** Takes lessons back; those that were there. */
    Set<LessonId> forget(Collection<LessonId> lessons);

    /** As {@link #forget(Collection)}, one; whether it was there. */
    default boolean forget(LessonId lesson) {
        return !forget(List.of(lesson)).isEmpty();
    }

    /** All of them, the newest first. */
    List<Lesson> all();

    /**
     * Those that may be about some messages: about one of them, or about one of the senders, their kinds or domains. In no
     * order; {@link Lessons} finds which one holds.
     */
    List<Lesson> about(Collection<EmailId> emails, Collection<EmailAddress> senders);
}
