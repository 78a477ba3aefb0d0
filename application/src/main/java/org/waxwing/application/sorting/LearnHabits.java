package org.waxwing.application.sorting;

import java.util.ArrayList;
import java.util.List;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.learning.Example;
import org.waxwing.domain.learning.HabitStore;
import org.waxwing.domain.learning.Habits;
import org.waxwing.domain.sorting.SortingStore;
import org.waxwing.domain.sorting.StoredMail;

/** Learns how a person sorts from what they have corrected. Within an open transaction of the person. */
public class LearnHabits {
    // the latest say most, and habits change
    private static final int EXAMPLES = 300;

    private final SortingStore sorting;
    private final Sorter sorter;
    private final HabitStore habits;

    public LearnHabits(SortingStore sorting, Sorter sorter, HabitStore habits) {
        this.sorting = sorting;
        this.sorter = sorter;
        this.habits = habits;
    }

    /** Learns anew. */
    void learn(PersonId person) {
        var examples = new ArrayList<Example>();
        sorting.corrected(EXAMPLES).forEach((account, mail) -> examples.addAll(examples(person, account, mail)));
        habits.keep(Habits.learn(examples));
    }

    private List<Example> examples(PersonId person, AccountId account, List<StoredMail> mail) {
        var subjects = mail.stream().flatMap(it -> Sorter.Subject.of(it).stream()).toList();
        var sorted = sorter.sort(person, account, subjects);
        var examples = new ArrayList<Example>();
        for (var it : mail) {
            var known = sorted.get(it.id());
            if (known == null || it.own() || it.filing().signs().isEmpty()) continue;
            examples.add(new Example(
                    it.filing().signs().getFirst(), known.relationship(),
                    it.sender().domain(), it.filing().placement().category()));
        }
        return examples;
    }
}
