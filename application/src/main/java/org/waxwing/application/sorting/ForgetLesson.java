package org.waxwing.application.sorting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.sorting.Lesson;
import org.waxwing.domain.sorting.LessonId;
import org.waxwing.domain.sorting.LessonStore;
import org.waxwing.domain.sorting.SortingStore;
import org.waxwing.domain.sorting.StoredMail;

/** Forgets something that was taught, and sorts what it was about by itself again. */
public class ForgetLesson {
    private final Transactions transactions;
    private final AccountStore accounts;
    private final LessonStore lessons;
    private final SortingStore sorting;
    private final Refile refile;

    public ForgetLesson(
            Transactions transactions,
            AccountStore accounts,
            LessonStore lessons,
            SortingStore sorting,
            Refile refile) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.lessons = lessons;
        this.sorting = sorting;
        this.refile = refile;
    }

    /** Forgets it; false when there is no such thing. */
    public boolean forget(PersonId owner, LessonId lesson) {
        return transactions.call(Actor.of(owner), () -> {
            var about = lessons.all().stream().filter(it -> it.id().equals(lesson)).findFirst();
            if (about.isEmpty() || !lessons.forget(lesson)) return false;
            stored(about.get().scope())
                    .forEach((account, mail) -> refile.refile(owner, account, mail, List.of()));
            return true;
        });
    }

    private Map<AccountId, List<StoredMail>> stored(Lesson.Scope about) {
        return switch (about) {
            case Lesson.Scope.OfMessage(var email) -> accounts.all().stream()
                    .collect(Collectors.toMap(Account::id, it -> sorting.mail(it.id(), Set.of(email))));
            case Lesson.Scope.OfSender(var address) -> SendersMail.of(sorting, Set.of(address));
            case Lesson.Scope.OfKind(var address, var template) -> SendersMail.of(sorting, Set.of(address));
            case Lesson.Scope.OfDomain(var domain) -> SendersMail.of(sorting, Set.of(domain));
        };
    }
}
