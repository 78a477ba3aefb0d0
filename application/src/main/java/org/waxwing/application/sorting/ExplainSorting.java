package org.waxwing.application.sorting;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.ChangeScope;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.history.MailHistory;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.screening.Decision;
import org.waxwing.domain.sorting.Classification;
import org.waxwing.domain.sorting.Lesson;
import org.waxwing.domain.sorting.Placement;
import org.waxwing.domain.sorting.SortingStore;
import org.waxwing.domain.sorting.StoredMail;

/** Why a message is where it is, and what could be said about it. */
public class ExplainSorting {
    private static final int LINES = 50;
    private static final int COUNTED = 1_000;

    private final Transactions transactions;
    private final ChangeScope scope;
    private final SortingStore sorting;
    private final Sorter sorter;
    private final MailHistory history;
    private final ActionLog log;
    private final Clock clock;

    public ExplainSorting(
            Transactions transactions,
            ChangeScope scope,
            SortingStore sorting,
            Sorter sorter,
            MailHistory history,
            ActionLog log,
            Clock clock) {
        this.transactions = transactions;
        this.scope = scope;
        this.sorting = sorting;
        this.sorter = sorter;
        this.history = history;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Why a message is where it is.
     *
     * @param from who wrote it; nobody's address is empty
     * @param why by what is known now; none for what its owner wrote or nobody looked at
     * @param lesson what was taught about it; none or one
     * @param decision what was decided about its sender; none or one
     * @param choices for which mail a correction can be meant, the sensible one first; none for what its owner wrote
     * @param history what was done to it by itself, the latest first
     * @param undoable the actions of rules among these that can be taken back for it
     */
    public record Explanation(
            EmailId email,
            EmailAddress from,
            Placement placement,
            List<Classification> why,
            List<Lesson> lesson,
            List<Decision> decision,
            List<Choice> choices,
            List<HistoryLine> history,
            Set<ActionId> undoable) {}

    /**
     * For which mail a correction can be meant.
     *
     * @param scope {@code kind}, {@code sender}, {@code message} or {@code domain}
     * @param about the address or domain; empty for the message
     * @param stored how many other messages of the same account it would be about, counted to {@value #COUNTED}
     */
    public record Choice(String scope, String about, long stored) {}

    /** Why that message is where it is; empty when it is not there, or somebody else's. */
    public Optional<Explanation> explain(PersonId owner, EmailId email) {
        return transactions.call(Actor.of(owner), () -> {
            var found = scope.find(Set.of(), Set.of(email));
            if (found.isEmpty()) return Optional.empty();
            var account = found.getFirst().account();
            return sorting.mail(account, Set.of(email)).stream().findFirst()
                    .map(mail -> explain(owner, account, mail));
        });
    }

    private Explanation explain(PersonId owner, AccountId account, StoredMail mail) {
        var from = mail.sender();
        var lines = history.of(mail.id(), LINES);
        var undoable = log.undoable(
                mail.id(), lines.stream().flatMap(it -> it.action().stream()).collect(Collectors.toSet()),
                clock.instant());
        var subject = Sorter.Subject.of(mail);
        if (mail.own() || subject.isEmpty())
            return new Explanation(
                    mail.id(), from, mail.filing().placement(), List.of(), List.of(), List.of(), List.of(), lines,
                    undoable);
        var sorted = sorter.sort(owner, account, List.of(subject.get())).get(mail.id());
        if (sorted == null)
            return new Explanation(
                    mail.id(), from, mail.filing().placement(), List.of(), List.of(), List.of(), List.of(), lines,
                    undoable);
        return new Explanation(
                mail.id(), from, mail.filing().placement(), sorted.why(), sorted.lesson(), sorted.decision(),
                choices(account, mail, from, subject.get()), lines, undoable);
    }

    private List<Choice> choices(AccountId account, StoredMail mail, EmailAddress from, Sorter.Subject subject) {
        var bySender = others(sorting.from(account, Set.of(from.key()), COUNTED), mail);
        var choices = new ArrayList<Choice>();
        for (var about : Lesson.scopes(mail.id(), from, subject.signs())) {
            long stored = switch (about) {
                case Lesson.Scope.OfMessage message -> 0;
                case Lesson.Scope.OfSender sender -> bySender.size();
                case Lesson.Scope.OfKind kind -> bySender.stream().filter(it -> isOf(kind, it)).count();
                case Lesson.Scope.OfDomain(var domain) ->
                    others(sorting.fromDomains(account, Set.of(domain), COUNTED), mail).size();
            };
            choices.add(new Choice(about.words().getFirst(), about.words().getLast(), stored));
        }
        return choices;
    }

    private static List<StoredMail> others(List<StoredMail> found, StoredMail mail) {
        return found.stream().filter(it -> !it.thread().equals(mail.thread()) && !it.own()).toList();
    }

    private static boolean isOf(Lesson.Scope.OfKind kind, StoredMail mail) {
        return mail.filing().signs().stream().anyMatch(it -> kind.template().isSameKindAs(it.template()));
    }
}
