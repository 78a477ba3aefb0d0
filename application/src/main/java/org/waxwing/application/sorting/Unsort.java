package org.waxwing.application.sorting;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.waxwing.domain.change.ActionLog.Entry;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.screening.Decision;
import org.waxwing.domain.screening.DecisionStore;
import org.waxwing.domain.sorting.Lesson;
import org.waxwing.domain.sorting.LessonStore;
import org.waxwing.domain.sorting.Placement;
import org.waxwing.domain.sorting.SortingStore;

/** Takes back what was sorted, taught or decided. Within an open transaction of the owner. */
public class Unsort {
    private final SortingStore sorting;
    private final MailStore mail;
    private final LessonStore lessons;
    private final DecisionStore decisions;

    public Unsort(SortingStore sorting, MailStore mail, LessonStore lessons, DecisionStore decisions) {
        this.sorting = sorting;
        this.mail = mail;
        this.lessons = lessons;
        this.decisions = decisions;
    }

    /**
     * Takes an entry back, as far as things are still as it left them. Returns how many messages stand elsewhere now.
     *
     * @throws IllegalArgumentException it is none of sorting
     */
    public long reverse(Entry entry) {
        return switch (entry) {
            case Entry.Filed it -> filed(it);
            case Entry.Taught it -> {
                taught(it);
                yield 0;
            }
            case Entry.Decided it -> {
                decided(it);
                yield 0;
            }
            default -> throw new IllegalArgumentException("Nothing that was sorted, taught or decided");
        };
    }

    /** Puts messages back that still stand where they were put. Returns how many those are. */
    private long filed(Entry.Filed entry) {
        Map<EmailId, Placement> back = new HashMap<>();
        for (var it : sorting.mail(entry.account(), entry.emails()))
            if (it.filing().placement().equals(entry.after())) back.put(it.id(), entry.before());
        var moved = sorting.file(entry.account(), back);
        mail.settle(entry.account(), new HashSet<>(moved));
        // a rule may have said that; it is as if it had not
        sorting.pin(entry.account(), moved, false);
        return moved.size();
    }

    /** Forgets what was taught, as far as nothing else was taught about the same since. */
    private void taught(Entry.Taught entry) {
        var forgotten = lessons.forget(entry.after().stream().map(Lesson::id).toList());
        var free = entry.after().stream().filter(it -> forgotten.contains(it.id())).map(Lesson::scope)
                .collect(Collectors.toSet());
        lessons.keep(entry.before().stream().filter(it -> free.contains(it.scope())).toList());
    }

    /** Takes decisions back, as far as nothing else was decided about the same since. */
    private void decided(Entry.Decided entry) {
        var still = decisions.decided(entry.after().stream().map(Decision::who).toList()).stream()
                .filter(entry.after()::contains)
                .map(Decision::who)
                .collect(Collectors.toSet());
        decisions.forget(still);
        decisions.decide(entry.before().stream().filter(it -> still.contains(it.who())).toList());
    }
}
