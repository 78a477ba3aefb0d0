package org.waxwing.application.sorting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.authenticity.Authentication;
import org.waxwing.domain.authenticity.Authentication.Standing;
import org.waxwing.domain.authenticity.Testimony;
import org.waxwing.domain.authenticity.TrustedServers;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.learning.HabitStore;
import org.waxwing.domain.learning.Habits;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.preferences.Preference;
import org.waxwing.domain.preferences.PreferenceStore;
import org.waxwing.domain.screening.Decision;
import org.waxwing.domain.screening.DecisionStore;
import org.waxwing.domain.screening.Decisions;
import org.waxwing.domain.screening.Familiarity;
import org.waxwing.domain.screening.SenderBook;
import org.waxwing.domain.signs.Sign;
import org.waxwing.domain.signs.Signs;
import org.waxwing.domain.sorting.Admission;
import org.waxwing.domain.sorting.Case;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Classification;
import org.waxwing.domain.sorting.Classifier;
import org.waxwing.domain.sorting.Lesson;
import org.waxwing.domain.sorting.LessonStore;
import org.waxwing.domain.sorting.Lessons;
import org.waxwing.domain.sorting.Placement;
import org.waxwing.domain.sorting.Relationship;
import org.waxwing.domain.sorting.StoredMail;
import org.waxwing.domain.sync.SyncStatusStore;

/**
 * Says where messages belong, and why: asks for all that is known of their senders at once, however many messages there
 * are. Changes nothing. Within an open transaction of the owner.
 */
public class Sorter {
    /**
     * For how long before an account was connected somebody who wrote for the first time still counts as new: so long that
     * its owner may not have seen them yet.
     */
    static final Duration NEW_BEFORE = Duration.ofDays(3);

    private final AccountStore accounts;
    private final SyncStatusStore statuses;
    private final SenderBook book;
    private final LessonStore lessons;
    private final DecisionStore decisions;
    private final HabitStore habits;
    private final PreferenceStore preferences;

    public Sorter(
            AccountStore accounts,
            SyncStatusStore statuses,
            SenderBook book,
            LessonStore lessons,
            DecisionStore decisions,
            HabitStore habits,
            PreferenceStore preferences) {
        this.accounts = accounts;
        this.statuses = statuses;
        this.book = book;
        this.lessons = lessons;
        this.decisions = decisions;
        this.habits = habits;
        this.preferences = preferences;
    }

    /**
     * A message to be sorted.
     *
     * @param from who wrote it, as it says; only the first counts
     * @param own whether its owner wrote it
     * @param inOwnThread whether its owner wrote in its conversation
     */
    public record Subject(
            EmailId id,
            List<EmailAddress> from,
            Instant receivedAt,
            boolean own,
            boolean inOwnThread,
            Testimony testimony,
            Signs signs) {
        /** Of a stored message; nothing when nobody has looked at it. */
        static Optional<Subject> of(StoredMail it) {
            return it.filing().signs().stream().findFirst().map(signs -> new Subject(
                    it.id(), it.from(), it.receivedAt(), it.own(), it.inOwnThread(), it.testimony(), signs));
        }

        EmailAddress sender() {
            return from.isEmpty() ? EmailAddress.of("") : from.getFirst();
        }
    }

    /**
     * Where a message belongs.
     *
     * @param why no more than one; none for what its owner wrote
     * @param lesson what was taught about it; none or one
     * @param relationship how its reader and its sender stand to each other
     */
    public record Sorted(
            Placement placement, List<Classification> why, List<Lesson> lesson, List<Decision> decision,
            Relationship relationship) {
        /** The same for a message of whose category somebody else has decided. */
        Sorted stayingIn(Category category) {
            return new Sorted(placement.with(category), List.of(), lesson, decision, relationship);
        }
    }

    private record Knowledge(
            Account account,
            Set<String> ownDomains,
            boolean sorting,
            boolean screening,
            Map<String, Familiarity> familiar,
            Map<String, Instant> earliest,
            Set<String> domainsWrittenTo,
            Lessons lessons,
            Decisions decisions,
            Habits habits) {}

    /** Where these messages of an account belong; nothing when the account is gone. */
    public Map<EmailId, Sorted> sort(PersonId owner, AccountId account, Collection<Subject> subjects) {
        var known = accounts.account(account);
        if (known.isEmpty() || subjects.isEmpty()) return Map.of();
        var received = subjects.stream().filter(it -> !it.own()).toList();
        var knowledge = knowledge(owner, known.get(), received);
        var sorted = new HashMap<EmailId, Sorted>();
        for (var it : subjects)
            sorted.put(it.id(), it.own()
                    ? new Sorted(Placement.USUAL, List.of(), List.of(), List.of(), Relationship.STRANGER)
                    : sorted(it, knowledge));
        return sorted;
    }

    private Knowledge knowledge(PersonId owner, Account account, List<Subject> received) {
        var senders = received.stream().map(Subject::sender).filter(EmailAddress::isDeliverable)
                .collect(Collectors.toMap(EmailAddress::key, it -> it, (one, other) -> one));
        var domains = senders.values().stream().map(EmailAddress::domain).collect(Collectors.toSet());
        var ids = received.stream().map(Subject::id).toList();
        return new Knowledge(
                account,
                accounts.all().stream().map(it -> it.address().domain()).collect(Collectors.toSet()),
                preferences.of(owner).of(Preference.SORTING).equals("on"),
                isScreening(owner, account),
                book.familiar(senders.values()),
                // what came together with a message may be older
                received.stream().collect(Collectors.toMap(
                        it -> it.sender().key(), Subject::receivedAt,
                        (one, other) -> one.isBefore(other) ? one : other)),
                book.writtenAt(domains),
                new Lessons(lessons.about(ids, senders.values())),
                decisions.about(senders.values()),
                habits.habits());
    }

    /** While an account is read for the first time, nobody knows who is new in it. */
    private boolean isScreening(PersonId owner, Account account) {
        return preferences.of(owner).of(Preference.SCREENER).equals("on")
                && statuses.status(account.id()).filter(it -> it.passes() > 0).isPresent();
    }

    private static Sorted sorted(Subject subject, Knowledge knowledge) {
        var sender = subject.sender();
        var relationship = relationship(subject, knowledge);
        var lesson = knowledge.lessons().about(subject.id(), sender, subject.signs().template());
        var about = Case.of(subject.signs(), relationship)
                .leaning(knowledge.habits().leaning(subject.signs(), relationship, sender.domain()));
        var why = Classifier.classify(lesson.map(about::taught).orElse(about));
        var decision = knowledge.decisions().about(sender);
        var category = knowledge.sorting() || lesson.isPresent() ? why.category() : Category.IMBOX;
        return new Sorted(
                new Placement(category, admission(subject, knowledge, relationship, lesson, decision)),
                List.of(why), lesson.stream().toList(), decision.stream().toList(), relationship);
    }

    private static Relationship relationship(Subject subject, Knowledge knowledge) {
        var sender = subject.sender();
        var familiar = knowledge.familiar().getOrDefault(sender.key(), Familiarity.NONE);
        boolean everybodys = subject.signs().has(Sign.FREE_MAIL);
        var account = knowledge.account();
        var standing = Authentication.of(
                subject.testimony(),
                TrustedServers.of(account.incoming().host(), account.address().domain()),
                sender.domain()).standing();
        return new Relationship(
                Math.max(1, familiar.received()),
                familiar.sent(),
                familiar.answered(),
                false,
                !everybodys && standing != Standing.FAILED && knowledge.ownDomains().contains(sender.domain()),
                subject.inOwnThread(),
                !everybodys && knowledge.domainsWrittenTo().contains(sender.domain()),
                standing);
    }

    private static Admission admission(
            Subject subject, Knowledge knowledge, Relationship relationship, Optional<Lesson> lesson,
            Optional<Decision> decision) {
        if (decision.isPresent())
            return decision.get().verdict() == Decision.Verdict.OUT ? Admission.OUT : Admission.IN;
        // nobody could decide about a sender without an address
        if (!knowledge.screening() || !subject.sender().isDeliverable()) return Admission.IN;
        boolean taught = lesson.filter(it -> !(it.scope() instanceof Lesson.Scope.OfMessage)).isPresent();
        boolean known = relationship.isKnown() || relationship.inThread() || taught;
        return known || isOldHand(subject, knowledge) ? Admission.IN : Admission.WAITING;
    }

    private static boolean isOldHand(Subject subject, Knowledge knowledge) {
        var sender = subject.sender().key();
        var first = new ArrayList<>(knowledge.familiar().getOrDefault(sender, Familiarity.NONE).firstReceivedAt());
        first.add(knowledge.earliest().getOrDefault(sender, subject.receivedAt()));
        var screened = knowledge.account().addedAt().minus(NEW_BEFORE);
        return first.stream().anyMatch(it -> it.isBefore(screened));
    }
}
