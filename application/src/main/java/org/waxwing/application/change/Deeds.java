package org.waxwing.application.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.waxwing.application.runtime.LiveUpdate;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.MailEvent;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
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

/** What each deed does to which messages in which folders, and how it is reversed. Within an open transaction. */
public class Deeds {
    private final Transactions transactions;
    private final FolderChoice folders;
    private final ChangeQueue queue;
    private final MailStore mail;
    private final MailEvents events;
    private final LiveUpdates live;

    public Deeds(
            Transactions transactions,
            FolderChoice folders,
            ChangeQueue queue,
            MailStore mail,
            MailEvents events,
            LiveUpdates live) {
        this.transactions = transactions;
        this.folders = folders;
        this.queue = queue;
        this.mail = mail;
        this.events = events;
        this.live = live;
    }

    /** Does it; what undoing needs is added to {@code entries}. Returns how many messages are different now. */
    long apply(
            PersonId owner,
            ChangeMail.Command command,
            List<ChangeScope.Subject> subjects,
            List<ActionLog.Entry> entries) {
        long changed = 0;
        // in one order for everybody, so that two deeds at once wait for each other rather than for ever
        for (var account : byAccount(subjects).entrySet()) {
            var touched = apply(account.getKey(), command, account.getValue(), entries);
            changed += touched.size();
            settle(owner, account.getKey(), touched);
        }
        return changed;
    }

    /** Takes back what these entries say, last first. Returns how many messages are different now. */
    long reverse(PersonId owner, List<ActionLog.Entry> entries) {
        var touched = new TreeMap<AccountId, Set<EmailId>>(Comparator.comparing(AccountId::value));
        for (var entry : entries.reversed()) {
            var changed = switch (entry) {
                case ActionLog.Entry.Marked(var account, var keyword, var present, var emails) ->
                    queue.mark(account, emails, keyword, !present);
                case ActionLog.Entry.Moved(var account, var from, var to, var emails) ->
                    queue.move(account, emails, List.of(to), from).keySet();
            };
            touched.computeIfAbsent(entry.account(), account -> new HashSet<>()).addAll(changed);
        }
        touched.forEach((account, emails) -> settle(owner, account, emails));
        return touched.values().stream().mapToLong(Set::size).sum();
    }

    private void settle(PersonId owner, AccountId account, Set<EmailId> touched) {
        if (touched.isEmpty()) return;
        mail.settle(account, touched);
        events.publish(new MailEvent.SyncWanted(owner, account));
        transactions.afterCommit(() -> live.tell(owner, List.of(new LiveUpdate.MailChanged(account))));
    }

    private static Map<AccountId, List<ChangeScope.Subject>> byAccount(List<ChangeScope.Subject> subjects) {
        return subjects.stream().collect(Collectors.groupingBy(
                ChangeScope.Subject::account,
                () -> new TreeMap<>(Comparator.comparing(AccountId::value)),
                Collectors.toList()));
    }

    private Set<EmailId> apply(
            AccountId account,
            ChangeMail.Command command,
            List<ChangeScope.Subject> subjects,
            List<ActionLog.Entry> entries) {
        var all = subjects.stream().map(ChangeScope.Subject::email).toList();
        return switch (command.deed()) {
            case Deed.Read() -> mark(account, all, Keyword.SEEN, true, entries);
            case Deed.Unread() -> mark(account, latest(command, subjects), Keyword.SEEN, false, entries);
            case Deed.Star() -> mark(account, latest(command, subjects), Keyword.FLAGGED, true, entries);
            case Deed.Unstar() -> mark(account, all, Keyword.FLAGGED, false, entries);
            case Deed.Answered() -> mark(account, latest(command, subjects), Keyword.ANSWERED, true, entries);
            case Deed.Label(var label) -> mark(account, all, label, true, entries);
            case Deed.Unlabel(var label) -> mark(account, all, label, false, entries);
            case Deed.Archive() -> move(account, all, folders.of(account, MailboxRole.INBOX),
                    folders.forRole(account, MailboxRole.ARCHIVE), entries);
            case Deed.Trash() -> move(account, all, folders.allBut(account, Set.of(MailboxRole.TRASH)),
                    folders.forRole(account, MailboxRole.TRASH), entries);
            case Deed.Spam() -> move(account, all, folders.allBut(account, Set.of(MailboxRole.JUNK, MailboxRole.TRASH,
                    MailboxRole.SENT, MailboxRole.DRAFTS, MailboxRole.ALL)),
                    folders.forRole(account, MailboxRole.JUNK), entries);
            case Deed.Move(var target) -> move(account, all, folders.allBut(account, Set.of(MailboxRole.SENT,
                    MailboxRole.DRAFTS, MailboxRole.ALL)), target, entries);
            case Deed.Delete() -> queue.delete(account, all, ids(folders.of(account, MailboxRole.TRASH,
                    MailboxRole.JUNK)));
        };
    }

    private static List<EmailId> latest(ChangeMail.Command command, List<ChangeScope.Subject> subjects) {
        var latest = subjects.stream()
                .filter(it -> command.threads().contains(it.thread()))
                .collect(Collectors.toMap(
                        ChangeScope.Subject::thread, it -> it,
                        BinaryOperator.maxBy(Comparator.comparing(ChangeScope.Subject::receivedAt)
                                .thenComparing(it -> it.email().value()))));
        var chosen = new ArrayList<EmailId>();
        latest.values().forEach(it -> chosen.add(it.email()));
        subjects.stream().map(ChangeScope.Subject::email).filter(command.emails()::contains).forEach(chosen::add);
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
        var moved = queue.move(account, emails, sources, target);
        var bySource = new HashMap<MailboxId, Set<EmailId>>();
        moved.forEach((email, source) -> bySource.computeIfAbsent(source, id -> new HashSet<>()).add(email));
        bySource.forEach((source, those) -> entries.add(
                new ActionLog.Entry.Moved(account, source, target, those)));
        return moved.keySet();
    }

    private static List<MailboxId> ids(Collection<Mailbox> mailboxes) {
        return new ArrayList<>(mailboxes.stream().map(Mailbox::id).toList());
    }
}
