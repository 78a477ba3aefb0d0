package org.waxwing.domain.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.Refused;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.history.HistoryLine;
import org.waxwing.domain.jobs.Job;
import org.waxwing.domain.jobs.JobId;
import org.waxwing.domain.identity.Person;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.images.ImageTrust;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.Likeness;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.preferences.Preferences;
import org.waxwing.domain.rules.RuleBook;
import org.waxwing.domain.rules.RuleOwner;
import org.waxwing.domain.screening.Correspondence.Direction;
import org.waxwing.domain.sending.Errand;
import org.waxwing.domain.sending.ErrandId;
import org.waxwing.domain.sending.ForwardingAddress;
import org.waxwing.domain.sorting.Category;
import org.waxwing.domain.sorting.Filing;
import org.waxwing.domain.sorting.Lesson;
import org.waxwing.domain.sorting.Shelf;
import org.waxwing.domain.screening.Decision;
import org.waxwing.domain.sync.SyncPoint;
import org.waxwing.domain.sync.SyncStateStore.Copy;
import org.waxwing.domain.sync.SyncStatus.Past;
import org.waxwing.domain.sync.SyncStatus.Phase;
import org.waxwing.domain.sync.SyncStatus.Proof;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;
import org.waxwing.domain.triage.Standing;

/**
 * What an {@link InMemoryWorld} holds: what servers have, as far as we know, and beside it what waits to be done there.
 * What a person sees is worked out from both.
 */
final class Tables {
    /** A message, by its {@code keywords} as they were settled last; {@code likenesses} are those it can be found by. */
    record Message(AccountId account, Email email, Set<Keyword> keywords, Set<Likeness> likenesses) {}

    record Source(AccountId account, BlobId blob) {}

    record Tie(AccountId account, org.waxwing.domain.mailbox.Tie name) {}

    record Called(AccountId account, String remoteId) {}

    record Place(MailboxId mailbox, UidValidity validity, Uid uid) {}

    /** A message that was moved into a folder, by a server that did not tell under which UID, and its {@link #trails}. */
    record Unseen(MailboxId mailbox, EmailId email, List<MailboxId> trail) {}

    /** What a folder has of a message, and from which folders it was moved there, the last one last. */
    record Held(MailboxId mailbox, Set<Keyword> keywords, List<MailboxId> trail) {
        boolean isTakenBy(Wish.Leaving wish) {
            return mailbox.equals(wish.from())
                    && (!(wish instanceof Wish.Moving moving) || moving.trail().equals(trail));
        }

        Held after(Wish.Moving wish) {
            return new Held(wish.to(), keywords, switch (wish) {
                case Wish.Move move -> Stream.concat(trail.stream(), move.left().stream()).toList();
                case Wish.MoveBack back -> trail.subList(0, trail.size() - 1);
            });
        }
    }

    record Note(AccountId account, String address, Direction direction, BlobId message) {}

    record Known(AccountId account, String address) {}

    record Spelt(EmailAddress as, Instant at) {}

    record ShownImages(PersonId person, ImageTrust.Trusted sender) {}

    record Taught(PersonId person, Lesson lesson) {}

    record Decided(PersonId person, String who) {}

    record Answered(PersonId person, String reference, String sender) {}

    record Forwarding(PersonId person, String address) {}

    record Waiting(AccountId account, boolean tried, Wish wish) {}

    record Action(
            ActionId id,
            PersonId owner,
            ActionLog.Story story,
            List<ActionLog.Entry> entries,
            Instant at,
            Instant undoUntil,
            boolean taken) {}

    record Stand(AccountId account, ThreadId thread) {}

    record Progress(Past past, long atServer, long undelivered, double perSecond) {
        static final Progress NONE = new Progress(new Past.None(), -1, 0, 0);
    }

    static final class Sync {
        final AccountId account;
        Phase phase = Phase.IDLE;
        long done;
        long total;
        long passes;
        Instant since;
        String holder = "";
        Instant heldUntil = Instant.EPOCH;
        boolean wanted;
        Past past = new Past.None();
        int attempts;
        Instant nextAttempt;
        Proof proof = new Proof.None();
        Instant nextFull = Instant.EPOCH;

        Sync(AccountId account, Instant since) {
            this.account = account;
            this.since = since;
            this.nextAttempt = since;
        }

        Sync copy() {
            var copy = new Sync(account, since);
            copy.phase = phase;
            copy.done = done;
            copy.total = total;
            copy.passes = passes;
            copy.holder = holder;
            copy.heldUntil = heldUntil;
            copy.wanted = wanted;
            copy.past = past;
            copy.attempts = attempts;
            copy.nextAttempt = nextAttempt;
            copy.proof = proof;
            copy.nextFull = nextFull;
            return copy;
        }
    }

    final Map<PersonId, Person> people = new HashMap<>();
    final Map<PersonId, Preferences> preferences = new HashMap<>();
    final Map<RuleOwner, RuleBook> rules = new HashMap<>();
    final Map<AccountId, Account> accounts = new LinkedHashMap<>();
    final Map<AccountId, SignIn> signIns = new HashMap<>();
    final Map<AccountId, Instant> renewals = new HashMap<>();
    final Map<AccountId, Sync> syncs = new LinkedHashMap<>();
    final Map<MailboxId, Mailbox> mailboxes = new LinkedHashMap<>();
    final Map<MailboxId, MailboxRole> chosenRoles = new HashMap<>();
    final Map<MailboxId, SyncPoint> points = new HashMap<>();
    final Map<MailboxId, Progress> progress = new HashMap<>();
    final Map<EmailId, Message> messages = new LinkedHashMap<>();
    final Map<Source, EmailId> sources = new HashMap<>();
    final Map<Called, EmailId> called = new HashMap<>();
    final Map<Tie, ThreadId> ties = new HashMap<>();
    final Map<MailboxId, UidValidity> validities = new HashMap<>();
    final Map<Place, Copy> copies = new LinkedHashMap<>();
    /** From which folders copies were moved to where they are, as far as that was done here. */
    final Map<Place, List<MailboxId>> trails = new HashMap<>();
    final Map<Unseen, Set<Keyword>> unseen = new LinkedHashMap<>();
    final TreeMap<Long, Waiting> waiting = new TreeMap<>();
    final Map<ActionId, Action> actions = new LinkedHashMap<>();
    final List<Refused> refusals = new ArrayList<>();
    final Set<Note> notes = new LinkedHashSet<>();
    final Map<Known, Spelt> spelt = new LinkedHashMap<>();
    final Map<Stand, Standing> standings = new HashMap<>();
    final Map<AccountId, Instant> wakes = new HashMap<>();
    final Set<ShownImages> imageTrust = new LinkedHashSet<>();
    final List<Taught> lessons = new ArrayList<>();
    final Map<EmailId, Filing> filings = new HashMap<>();
    final Set<EmailId> pinned = new HashSet<>();
    final Set<EmailId> ruled = new HashSet<>();
    final Map<ThreadId, Category> categories = new HashMap<>();
    final Map<Decided, Decision> decisions = new LinkedHashMap<>();
    final Map<String, Decision> decisionsForAll = new LinkedHashMap<>();
    final List<HistoryLine> history = new ArrayList<>();
    final Map<JobId, Job> jobs = new LinkedHashMap<>();
    final Map<JobId, Moved> moved = new LinkedHashMap<>();

    /** When a job got further, and how often it was begun again since. */
    record Moved(Instant at, int resumed) {}

    Moved moved(JobId job) {
        return Objects.requireNonNull(moved.get(job));
    }

    final Map<PersonId, String> habits = new HashMap<>();
    final Map<ErrandId, Errand> errands = new LinkedHashMap<>();
    final Map<AccountId, Instant> sendings = new HashMap<>();
    final Map<Answered, Instant> answered = new HashMap<>();
    final Map<Forwarding, ForwardingAddress> forwardings = new TreeMap<>(
            Comparator.comparing((Forwarding it) -> it.address()).thenComparing(it -> it.person().value()));
    private long positions;

    Tables copy() {
        var copy = new Tables();
        copy.people.putAll(people);
        copy.preferences.putAll(preferences);
        copy.rules.putAll(rules);
        copy.accounts.putAll(accounts);
        copy.signIns.putAll(signIns);
        copy.renewals.putAll(renewals);
        syncs.forEach((account, sync) -> copy.syncs.put(account, sync.copy()));
        copy.mailboxes.putAll(mailboxes);
        copy.chosenRoles.putAll(chosenRoles);
        copy.points.putAll(points);
        copy.progress.putAll(progress);
        copy.messages.putAll(messages);
        copy.sources.putAll(sources);
        copy.called.putAll(called);
        copy.ties.putAll(ties);
        copy.validities.putAll(validities);
        copy.copies.putAll(copies);
        copy.trails.putAll(trails);
        copy.unseen.putAll(unseen);
        copy.waiting.putAll(waiting);
        copy.actions.putAll(actions);
        copy.refusals.addAll(refusals);
        copy.notes.addAll(notes);
        copy.spelt.putAll(spelt);
        copy.standings.putAll(standings);
        copy.wakes.putAll(wakes);
        copy.imageTrust.addAll(imageTrust);
        copy.lessons.addAll(lessons);
        copy.filings.putAll(filings);
        copy.pinned.addAll(pinned);
        copy.ruled.addAll(ruled);
        copy.categories.putAll(categories);
        copy.decisions.putAll(decisions);
        copy.decisionsForAll.putAll(decisionsForAll);
        copy.history.addAll(history);
        copy.jobs.putAll(jobs);
        copy.moved.putAll(moved);
        copy.habits.putAll(habits);
        copy.errands.putAll(errands);
        copy.sendings.putAll(sendings);
        copy.answered.putAll(answered);
        copy.forwardings.putAll(forwardings);
        copy.positions = positions;
        return copy;
    }

    Account account(AccountId id) {
        var account = accounts.get(id);
        if (account == null) throw new IllegalStateException("No such account: " + id);
        return account;
    }

    /** The folders that the server has, as it has them. */
    List<Mailbox> atServer(AccountId account) {
        var waitingToBeMade = wishes(account, Wish.Create.class).stream().map(Wish.Create::mailbox).toList();
        return mailboxes.values().stream()
                .filter(it -> it.account().equals(account) && !waitingToBeMade.contains(it.id()))
                .toList();
    }

    /** The folders as their owner sees them. */
    List<Mailbox> seen(AccountId account) {
        var paths = paths(account);
        var dropped = wishes(account, Wish.Drop.class).stream().map(Wish.Drop::mailbox).toList();
        return mailboxes.values().stream()
                .filter(it -> it.account().equals(account) && !dropped.contains(it.id()))
                .map(it -> new Mailbox(it.id(), account, paths.getOrDefault(it.id(), it.path()), it.delimiter(),
                        role(it),
                        it.selectable()))
                .sorted(Comparator.comparing(Mailbox::role).thenComparing(Mailbox::path))
                .toList();
    }

    private MailboxRole role(Mailbox mailbox) {
        var chosen = chosenRoles.get(mailbox.id());
        if (chosen != null) return chosen;
        boolean taken = mailboxes.values().stream().anyMatch(it -> it.account().equals(mailbox.account())
                && chosenRoles.get(it.id()) == mailbox.role());
        return taken ? MailboxRole.NONE : mailbox.role();
    }

    /** The paths of folders after everything that waits. */
    Map<MailboxId, String> paths(AccountId account) {
        var paths = new HashMap<MailboxId, String>();
        mailboxes.values().stream()
                .filter(it -> it.account().equals(account))
                .forEach(it -> paths.put(it.id(), it.path()));
        for (var rename : wishes(account, Wish.Rename.class)) rename(paths, rename);
        return paths;
    }

    /** Gives a folder its new path, and those below it with it. */
    void rename(Map<MailboxId, String> paths, Wish.Rename rename) {
        var mailbox = mailboxes.get(rename.mailbox());
        var before = paths.get(rename.mailbox());
        if (mailbox == null || before == null) return;
        paths.replaceAll((id, path) -> mailbox.delimiter() != 0 && path.startsWith(before + mailbox.delimiter())
                ? rename.path() + path.substring(before.length())
                : path);
        paths.put(rename.mailbox(), rename.path());
    }

    void enqueue(AccountId account, Wish wish) {
        waiting.put(++positions, new Waiting(account, false, wish));
    }

    Waiting at(long position) {
        var there = waiting.get(position);
        if (there == null) throw new IllegalStateException("Nothing waits at " + position);
        return there;
    }

    /** What waits of one kind, in order. */
    <T extends Wish> List<T> wishes(AccountId account, Class<T> kind) {
        return waiting.values().stream()
                .filter(it -> it.account().equals(account))
                .map(Waiting::wish)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Which folders show each message, with which keywords. */
    Map<EmailId, Map<MailboxId, Set<Keyword>>> shown() {
        var shown = new HashMap<EmailId, Map<MailboxId, Set<Keyword>>>();
        held().forEach((email, all) -> {
            for (var it : all)
                shown.computeIfAbsent(email, id -> new LinkedHashMap<>())
                        .merge(it.mailbox(), it.keywords(), Tables::together);
        });
        shown.keySet().retainAll(messages.keySet());
        return shown;
    }

    /** What folders show of each message, each copy by itself. */
    Map<EmailId, List<Held>> held() {
        var held = new HashMap<EmailId, List<Held>>();
        copies.forEach((place, copy) -> held.computeIfAbsent(copy.email(), id -> new ArrayList<>())
                .add(new Held(place.mailbox(), new HashSet<>(copy.keywords()), trail(place))));
        unseen.forEach((it, keywords) -> held.computeIfAbsent(it.email(), id -> new ArrayList<>())
                .add(new Held(it.mailbox(), new HashSet<>(keywords), it.trail())));
        for (var it : waiting.values())
            if (it.wish() instanceof Wish.OfMessage wish && held.containsKey(wish.email()))
                apply(wish, held.getOrDefault(wish.email(), List.of()));
        return held;
    }

    List<MailboxId> trail(Place place) {
        return trails.getOrDefault(place, List.of());
    }

    private static void apply(Wish.OfMessage wish, List<Held> held) {
        switch (wish) {
            case Wish.Mark mark -> held.forEach(it -> mark(it.keywords(), mark));
            case Wish.Moving move -> held.replaceAll(it -> it.isTakenBy(move) ? it.after(move) : it);
            case Wish.Delete delete -> held.removeIf(it -> it.isTakenBy(delete));
        }
    }

    private static void mark(Set<Keyword> keywords, Wish.Mark mark) {
        if (mark.present()) keywords.add(mark.keyword());
        else keywords.remove(mark.keyword());
    }

    private static Set<Keyword> together(Set<Keyword> some, Set<Keyword> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** Where a conversation stands by its messages in the inbox; none when none is there. */
    Optional<Shelf> shelf(AccountId account, ThreadId thread, Map<EmailId, Map<MailboxId, Set<Keyword>>> shown) {
        var inInbox = messages.values().stream()
                .filter(it -> it.account().equals(account) && it.email().thread().equals(thread))
                .filter(it -> shown.getOrDefault(it.email().id(), Map.of()).keySet().stream()
                        .map(mailboxes::get)
                        .anyMatch(folder -> folder != null && role(folder) == MailboxRole.INBOX))
                .sorted(Comparator.comparing((Message it) -> it.email().receivedAt())
                        .thenComparing(it -> it.email().id().value(), InMemoryMailReader.BY_BYTES).reversed())
                .map(it -> filings.getOrDefault(it.email().id(), Filing.UNSEEN).placement())
                .toList();
        return inInbox.isEmpty() ? Optional.empty() : Optional.of(Shelf.of(inInbox));
    }

    /** The keywords of each message that is shown: those of all its copies together. */
    Map<EmailId, Set<Keyword>> keywords() {
        var keywords = new HashMap<EmailId, Set<Keyword>>();
        shown().forEach((email, folders) -> {
            Set<Keyword> all = new HashSet<>();
            folders.values().forEach(all::addAll);
            keywords.put(email, all);
        });
        return keywords;
    }

    /** The keywords of a copy as its owner wants them. */
    Set<Keyword> wanted(Copy copy) {
        var keywords = new HashSet<>(copy.keywords());
        for (var it : waiting.values())
            if (it.wish() instanceof Wish.Mark mark && mark.email().equals(copy.email())) mark(keywords, mark);
        return keywords;
    }

    /** Where a message is in a folder at the server, under its latest validity. */
    List<Place> places(EmailId email, Predicate<MailboxId> mailbox) {
        return copies.entrySet().stream()
                .filter(it -> it.getValue().email().equals(email) && mailbox.test(it.getKey().mailbox()))
                .map(Map.Entry::getKey)
                .filter(it -> it.validity().equals(validities.get(it.mailbox())))
                .toList();
    }

    /** Where at the server is what a waiting change takes away, under its latest validity. */
    List<Place> places(Wish.Leaving wish) {
        return places(wish.email(), wish.from()::equals).stream()
                .filter(it -> new Held(it.mailbox(), Set.of(), trail(it)).isTakenBy(wish))
                .toList();
    }

    /** Notes that the server has given or taken a keyword. */
    void marked(Wish.Mark mark) {
        copies.replaceAll((place, copy) -> {
            if (!copy.email().equals(mark.email())) return copy;
            var keywords = new HashSet<>(copy.keywords());
            mark(keywords, mark);
            return new Copy(copy.email(), keywords);
        });
        unseen.replaceAll((it, before) -> {
            if (!it.email().equals(mark.email())) return before;
            var keywords = new HashSet<>(before);
            mark(keywords, mark);
            return keywords;
        });
    }

    /** Removes what a change takes away of a message; what that was. */
    Optional<Held> left(Wish.Leaving wish) {
        var had = new ArrayList<Held>();
        copies.entrySet().removeIf(entry -> {
            var held = new Held(entry.getKey().mailbox(), entry.getValue().keywords(), trail(entry.getKey()));
            return entry.getValue().email().equals(wish.email()) && held.isTakenBy(wish) && had.add(held);
        });
        unseen.entrySet().removeIf(entry -> {
            var held = new Held(entry.getKey().mailbox(), entry.getValue(), entry.getKey().trail());
            return entry.getKey().email().equals(wish.email()) && held.isTakenBy(wish) && had.add(held);
        });
        return had.stream().reduce((one, other) -> new Held(
                one.mailbox(), together(one.keywords(), other.keywords()), one.trail()));
    }

    /** Notes that a message is in a folder, where exactly we do not know. */
    void isSomewhereIn(MailboxId mailbox, EmailId email, Set<Keyword> keywords, List<MailboxId> trail) {
        boolean known = copies.entrySet().stream()
                .anyMatch(it -> it.getKey().mailbox().equals(mailbox) && it.getValue().email().equals(email));
        if (!known && messages.containsKey(email)) unseen.put(new Unseen(mailbox, email, trail), keywords);
    }

    /** Notes that a message is at this place of the server, which it was perhaps moved to. */
    void isAt(Place place, Copy copy) {
        var before = copies.put(place, copy);
        var moved = unseen.keySet().stream()
                .filter(it -> it.mailbox().equals(place.mailbox()) && it.email().equals(copy.email()))
                .findFirst();
        moved.ifPresent(unseen::remove);
        if (before == null)
            moved.map(Unseen::trail).or(() -> soughtFrom(place, copy)).ifPresent(
                    trail -> trails.put(place, trail));
    }

    /** The trail of what a change waits for that is to move a message and has none to move yet. */
    private Optional<List<MailboxId>> soughtFrom(Place place, Copy copy) {
        var taken = copies.entrySet().stream()
                .filter(it -> it.getValue().email().equals(copy.email())
                        && it.getKey().mailbox().equals(place.mailbox())
                        && it.getKey().validity().equals(place.validity()))
                .map(it -> new Held(place.mailbox(), Set.of(), trail(it.getKey())))
                .toList();
        return waiting.values().stream()
                .map(Waiting::wish)
                .filter(Wish.Moving.class::isInstance)
                .map(Wish.Moving.class::cast)
                .filter(it -> it.email().equals(copy.email())
                        && it.from().equals(place.mailbox())
                        && taken.stream().noneMatch(held -> held.isTakenBy(it)))
                .map(Wish.Moving::trail)
                .findFirst();
    }

    /** Notes that nothing of a message is in a folder but what was seen there. */
    void isNowhereElseIn(MailboxId mailbox, EmailId email) {
        unseen.keySet().removeIf(it -> it.mailbox().equals(mailbox) && it.email().equals(email));
    }

    /** Removes copies, and from the queue what was to take them away. Returns whose they were. */
    Set<EmailId> removeCopies(Predicate<Place> which) {
        var touched = new HashMap<EmailId, Map<MailboxId, Set<Keyword>>>();
        copies.entrySet().removeIf(entry -> {
            if (!which.test(entry.getKey())) return false;
            var copy = entry.getValue();
            touched.computeIfAbsent(copy.email(), id -> new HashMap<>()).merge(
                    entry.getKey().mailbox(), copy.keywords(), Tables::together);
            return true;
        });
        for (var position : List.copyOf(waiting.keySet()))
            if (at(position).wish() instanceof Wish.Leaving leaving) {
                var had = touched.getOrDefault(leaving.email(), Map.of()).get(leaving.from());
                if (had == null || isFounded(position, leaving)) continue;
                waiting.remove(position);
                // somebody else has done it, or something like it
                if (leaving instanceof Wish.Moving move) isSomewhereIn(move.to(), move.email(), had, List.of());
            }
        return new HashSet<>(touched.keySet());
    }

    /** Removes from the queue what is about messages that are not there, and will not be. */
    Set<EmailId> removeUnfounded(AccountId account) {
        var touched = new HashSet<EmailId>();
        for (var position : List.copyOf(waiting.keySet()))
            if (at(position).account().equals(account)
                    && at(position).wish() instanceof Wish.Leaving leaving
                    && !isFounded(position, leaving)) {
                        waiting.remove(position);
                        touched.add(leaving.email());
                    }
        return touched;
    }

    private boolean isFounded(long position, Wish.Leaving leaving) {
        return unseen.keySet().stream().anyMatch(it -> it.email().equals(leaving.email())
                && new Held(it.mailbox(), Set.of(), it.trail()).isTakenBy(leaving))
                || copies.entrySet().stream().anyMatch(it -> it.getValue().email().equals(leaving.email())
                        && new Held(it.getKey().mailbox(), Set.of(), trail(it.getKey())).isTakenBy(leaving))
                || waiting.headMap(position).values().stream().anyMatch(it -> it.wish() instanceof Wish.Moving move
                        && move.email().equals(leaving.email())
                        && move.to().equals(leaving.from()));
    }

    /** Removes a folder with its copies, and what waits for it. Returns the messages it showed, or would have. */
    Set<EmailId> removeFolder(AccountId account, MailboxId mailbox) {
        var touched = removeCopies(place -> place.mailbox().equals(mailbox));
        unseen.keySet().removeIf(it -> {
            boolean there = it.mailbox().equals(mailbox);
            if (there) touched.add(it.email());
            return there;
        });
        for (var move : wishes(account, Wish.Moving.class)) if (move.to().equals(mailbox)) touched.add(move.email());
        waiting.values().removeIf(it -> switch (it.wish()) {
            case Wish.Moving move -> move.to().equals(mailbox);
            case Wish.Mark mark -> false;
            case Wish.Delete delete -> false;
            case Wish.OfFolder folder -> folder.mailbox().equals(mailbox);
        });
        mailboxes.remove(mailbox);
        chosenRoles.remove(mailbox);
        validities.remove(mailbox);
        points.remove(mailbox);
        progress.remove(mailbox);
        touched.addAll(removeUnfounded(account));
        return touched;
    }

    void remove(EmailId id) {
        var gone = messages.remove(id);
        if (gone == null) return;
        sources.remove(new Source(gone.account(), gone.email().source()));
        called.values().removeIf(id::equals);
        unseen.keySet().removeIf(it -> it.email().equals(id));
        filings.remove(id);
        pinned.remove(id);
        ruled.remove(id);
        history.removeIf(it -> it.email().equals(id));
        waiting.values().removeIf(it -> it.wish() instanceof Wish.Mark mark && mark.email().equals(id));
    }
}
