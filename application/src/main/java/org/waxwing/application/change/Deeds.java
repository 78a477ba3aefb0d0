package org.waxwing.application.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.sorting.Unsort;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.ChangeQueue;
import org.waxwing.domain.change.ChangeScope;
import org.waxwing.domain.change.Deed;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.mailbox.ThreadId;

/** What each deed does to which messages in which folders, and how it is reversed. Within an open transaction. */
public class Deeds {
    private final Transactions transactions;
    private final FolderChoice folders;
    private final ChangeQueue queue;
    private final MailStore mail;
    private final Stands stands;
    private final Unsort unsort;
    private final MailEvents events;
    private final LiveUpdates live;

    public Deeds(
            Transactions transactions,
            FolderChoice folders,
            ChangeQueue queue,
            MailStore mail,
            Stands stands,
            Unsort unsort,
            MailEvents events,
            LiveUpdates live) {
        this.transactions = transactions;
        this.folders = folders;
        this.queue = queue;
        this.mail = mail;
        this.stands = stands;
        this.unsort = unsort;
        this.events = events;
        this.live = live;
    }

    /** What came of a deed so far; it may be done in several parts. */
    static final class Outcome {
        private static final Comparator<AccountId> ORDER = Comparator.comparing(AccountId::value);

        private final List<ActionLog.Entry> entries = new ArrayList<>();
        private final Set<AccountId> changed = new TreeSet<>(ORDER);
        private final Set<AccountId> forServers = new TreeSet<>(ORDER);
        private long count;

        /** What undoing needs. */
        List<ActionLog.Entry> entries() {
            return entries;
        }

        /** How many messages are different now, or how many conversations stand elsewhere, whichever is more. */
        long count() {
            return count;
        }
    }

    /**
     * Does it.
     *
     * @param threads the conversations among what it is done to that are meant as a whole
     */
    void apply(
            Deed deed, Set<ThreadId> threads, Set<EmailId> emails, List<ChangeScope.Subject> subjects, Instant now,
            Outcome outcome) {
        // in one order for everybody, so that two deeds at once wait for each other rather than for ever
        for (var account : byAccount(subjects).entrySet()) {
            var touched = apply(account.getKey(), deed, latestOf(threads, emails, account.getValue()),
                    account.getValue(), outcome.entries);
            settle(account.getKey(), touched, outcome);
            var own = conversations(deed, threads, account.getValue());
            var stood = stands.apply(account.getKey(), deed, own, now, target(deed), outcome.entries);
            if (stood > 0) outcome.changed.add(account.getKey());
            outcome.count += Math.max(touched.size(), stood);
        }
    }

    /** Takes back what these entries say, last first. Returns how many messages are different now. */
    long reverse(PersonId owner, List<ActionLog.Entry> entries) {
        var outcome = new Outcome();
        long stood = 0;
        var touched = new HashSet<EmailId>();
        for (var entry : entries.reversed()) {
            switch (entry) {
                case ActionLog.Entry.Marked(var account, var keyword, var present, var emails) ->
                    touched.addAll(settle(account, queue.mark(account, emails, keyword, !present), outcome));
                case ActionLog.Entry.Moved(var account, var from, var to, var emails) -> touched.addAll(
                        settle(account, queue.moveBack(account, emails, from, to), outcome));
                case ActionLog.Entry.Stood it -> {
                    long back = stands.reverse(it);
                    if (back > 0) outcome.changed.add(it.account());
                    stood += back;
                }
                case ActionLog.Entry.Filed it -> {
                    long back = unsort.reverse(it);
                    if (back > 0) outcome.changed.add(it.account());
                    stood += back;
                }
                case ActionLog.Entry.Taught it -> unsort.reverse(it);
                case ActionLog.Entry.Decided it -> unsort.reverse(it);
            }
        }
        tell(owner, outcome);
        return Math.max(touched.size(), stood);
    }

    private Set<EmailId> settle(AccountId account, Set<EmailId> touched, Outcome outcome) {
        if (touched.isEmpty()) return touched;
        mail.settle(account, touched);
        outcome.changed.add(account);
        outcome.forServers.add(account);
        return touched;
    }

    /** Has servers and open pages hear of it. */
    void tell(PersonId owner, Outcome outcome) {
        outcome.forServers.forEach(account -> events.publish(new MailEvent.SyncWanted(owner, account)));
        if (outcome.changed.isEmpty()) return;
        List<LiveUpdate> updates = outcome.changed.stream().<LiveUpdate>map(LiveUpdate.MailChanged::new).toList();
        transactions.afterCommit(() -> live.tell(owner, updates));
    }

    private static Map<AccountId, List<ChangeScope.Subject>> byAccount(List<ChangeScope.Subject> subjects) {
        return subjects.stream().collect(Collectors.groupingBy(
                ChangeScope.Subject::account,
                () -> new TreeMap<>(Outcome.ORDER),
                Collectors.toList()));
    }

    /** Deeds that concern Waxwing alone are about the conversations of messages that were named, too. */
    private static Set<ThreadId> conversations(Deed deed, Set<ThreadId> threads, List<ChangeScope.Subject> subjects) {
        boolean whole = deed instanceof Deed.Puts;
        return subjects.stream()
                .map(ChangeScope.Subject::thread)
                .filter(it -> whole || threads.contains(it))
                .collect(Collectors.toSet());
    }

    /** What the folder is for that messages move to. */
    private MailboxRole target(Deed deed) {
        return deed instanceof Deed.Move(var target)
                ? folders.find(target).map(Mailbox::role).orElse(MailboxRole.NONE)
                : MailboxRole.NONE;
    }

    private Set<EmailId> apply(
            AccountId account,
            Deed deed,
            List<EmailId> latest,
            List<ChangeScope.Subject> subjects,
            List<ActionLog.Entry> entries) {
        var all = subjects.stream().map(ChangeScope.Subject::email).toList();
        return switch (deed) {
            case Deed.Read() -> mark(account, all, Keyword.SEEN, true, entries);
            case Deed.Unread() -> mark(account, latest, Keyword.SEEN, false, entries);
            case Deed.Star() -> mark(account, latest, Keyword.FLAGGED, true, entries);
            case Deed.Unstar() -> mark(account, all, Keyword.FLAGGED, false, entries);
            case Deed.Answered() -> mark(account, latest, Keyword.ANSWERED, true, entries);
            case Deed.Label(var label) -> mark(account, all, label, true, entries);
            case Deed.Unlabel(var label) -> mark(account, all, label, false, entries);
            case Deed.Archive() -> move(account, all, folders.of(account, MailboxRole.INBOX),
                    folders.forRole(account, MailboxRole.ARCHIVE), entries);
            case Deed.Trash() -> move(account, all, folders.allBut(account, Set.of(MailboxRole.TRASH)),
                    folders.forRole(account, MailboxRole.TRASH), entries);
            case Deed.Spam() -> move(account, all, folders.allBut(account, Set.of(MailboxRole.JUNK, MailboxRole.TRASH,
                    MailboxRole.SENT, MailboxRole.DRAFTS, MailboxRole.ALL)),
                    folders.forRole(account, MailboxRole.JUNK), entries);
            case Deed.Move(var target) -> move(account, all, received(account), target, entries);
            case Deed.ToInbox() -> {
                var inbox = folders.of(account, MailboxRole.INBOX).stream().findFirst();
                yield inbox.isPresent()
                        ? move(account, all, received(account), inbox.get().id(), entries)
                        : Set.of();
            }
            case Deed.Delete() -> queue.delete(account, all, ids(folders.of(account, MailboxRole.TRASH,
                    MailboxRole.JUNK)));
            case Deed.Puts inWaxwing -> Set.of();
        };
    }

    private List<Mailbox> received(AccountId account) {
        return folders.allBut(account, Set.of(MailboxRole.SENT, MailboxRole.DRAFTS, MailboxRole.ALL));
    }

    private static List<EmailId> latestOf(
            Set<ThreadId> threads, Set<EmailId> emails, List<ChangeScope.Subject> subjects) {
        var latest = subjects.stream()
                .filter(it -> threads.contains(it.thread()))
                .collect(Collectors.toMap(
                        ChangeScope.Subject::thread, it -> it,
                        BinaryOperator.maxBy(Comparator.comparing(ChangeScope.Subject::receivedAt)
                                .thenComparing(it -> it.email().value()))));
        var chosen = new ArrayList<EmailId>();
        latest.values().forEach(it -> chosen.add(it.email()));
        subjects.stream().map(ChangeScope.Subject::email).filter(emails::contains).forEach(chosen::add);
        return chosen;
    }

    private Set<EmailId> mark(
            AccountId account,
            Collection<EmailId> emails,
            Keyword keyword,
            boolean present,
            List<ActionLog.Entry> entries) {
        var changed = queue.mark(account, emails, keyword, present);
        if (!changed.isEmpty()) entries.add(new ActionLog.Entry.Marked(account, keyword, present, changed));
        return changed;
    }

    private Set<EmailId> move(
            AccountId account,
            Collection<EmailId> emails,
            Collection<Mailbox> from,
            MailboxId target,
            List<ActionLog.Entry> entries) {
        var sources = ids(from);
        sources.remove(target);
        var touched = new HashSet<EmailId>();
        queue.move(account, emails, sources, target).forEach((source, those) -> {
            entries.add(new ActionLog.Entry.Moved(account, source, target, those));
            touched.addAll(those);
        });
        return touched;
    }

    private static List<MailboxId> ids(Collection<Mailbox> mailboxes) {
        return new ArrayList<>(mailboxes.stream().map(Mailbox::id).toList());
    }
}
