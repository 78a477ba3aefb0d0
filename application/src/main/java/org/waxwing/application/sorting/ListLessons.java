package org.waxwing.application.sorting;

import java.util.List;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.sorting.Lesson;
import org.waxwing.domain.sorting.LessonStore;

/** What a person has taught about where mail belongs. */
public class ListLessons {
    private final Transactions transactions;
    private final LessonStore lessons;

    public ListLessons(Transactions transactions, LessonStore lessons) {
        this.transactions = transactions;
        this.lessons = lessons;
    }

    /** All of it, the newest first. */
    public List<Lesson> list(PersonId owner) {
        return transactions.call(Actor.of(owner), lessons::all);
    }
}
