package org.waxwing.application.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.ChangeScope;
import org.waxwing.domain.change.Deed;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.ThreadId;

/** Does to messages what rules want, as one action of each that can be undone. Within an open transaction of the owner. */
public class ActForOwner {
    private final ChangeScope scope;
    private final FolderChoice folders;
    private final Deeds deeds;
    private final ActionLog log;

    public ActForOwner(ChangeScope scope, FolderChoice folders, Deeds deeds, ActionLog log) {
        this.scope = scope;
        this.folders = folders;
        this.deeds = deeds;
        this.log = log;
    }

    /** What is wanted. */
    public sealed interface Wish {
        /** A deed; to single messages, but to whole conversations where it concerns Waxwing alone. */
        record To(Deed deed) implements Wish {}

        /** That they move to the folder of that name, levels parted by {@code /}, made where there is none. */
        record MoveTo(String path) implements Wish {}
    }

    /**
     * What one rule wants.
     *
     * @param action which is added to when it was begun before
     * @param reference the id of the rule
     * @param name what it is called
     * @param done what was done for it already, to be undone with the rest
     */
    public record Order(
            ActionId action, String reference, String name, Map<Wish, Set<EmailId>> wishes,
            List<ActionLog.Entry> done) {
        public Order {
            // the order counts
            wishes = new LinkedHashMap<>(wishes);
            done = List.copyOf(done);
        }
    }

    /**
     * What became of a wish.
     *
     * @param detail which label or folder, or until when; may be empty
     */
    public record Done(Set<EmailId> changed, String detail) {
        public Done {
            changed = Set.copyOf(changed);
        }
    }

    /** Does it, to messages of one account. Tells for each order what its wishes changed. */
    public List<Map<Wish, Done>> act(PersonId owner, AccountId account, List<Order> orders, Instant now) {
        if (orders.isEmpty()) return List.of();
        var work = new Work(account, subjects(orders), now);
        var shares = orders.stream().map(Share::new).toList();
        // what is marked is marked where it was found, and moves after that
        for (boolean moves : List.of(false, true))
            for (var share : shares)
                share.order.wishes().forEach((wish, emails) -> {
                    if (isMove(wish) == moves) work.grant(share, wish, emails);
                });
        shares.forEach(it -> note(owner, work, it));
        deeds.tell(owner, work.outcome);
        return shares.stream().map(it -> it.done).toList();
    }

    /** What came of an order. */
    private static final class Share {
        private final Order order;
        private final List<ActionLog.Entry> entries;
        private final Map<Wish, Done> done = new LinkedHashMap<>();

        Share(Order order) {
            this.order = order;
            this.entries = new ArrayList<>(order.done());
        }
    }

    private final class Work {
        private final AccountId account;
        private final Map<EmailId, ChangeScope.Subject> subjects;
        private final Instant now;
        private final Deeds.Outcome outcome = new Deeds.Outcome();

        Work(AccountId account, Map<EmailId, ChangeScope.Subject> subjects, Instant now) {
            this.account = account;
            this.subjects = subjects;
            this.now = now;
        }

        void grant(Share share, Wish wish, Set<EmailId> emails) {
            var meant = emails.stream().flatMap(it -> Optional.ofNullable(subjects.get(it)).stream()).toList();
            var deed = meant.isEmpty() ? Optional.<Deed>empty() : deed(wish);
            if (deed.isEmpty()) return;
            int before = outcome.entries().size();
            deeds.apply(deed.get(), Set.of(), emails, meant, now, outcome);
            var made = List.copyOf(outcome.entries().subList(before, outcome.entries().size()));
            share.entries.addAll(made);
            share.done.put(wish, new Done(changed(made, meant), detail(deed.get())));
        }

        private Optional<Deed> deed(Wish wish) {
            return switch (wish) {
                case Wish.To(Deed.Move(var target)) -> folders.find(target)
                        .filter(it -> it.account().equals(account) && it.selectable())
                        .map(it -> new Deed.Move(target));
                case Wish.To(var deed) -> Optional.of(deed);
                case Wish.MoveTo(var path) -> folders.forPath(account, path).map(Deed.Move::new);
            };
        }
    }

    private Map<EmailId, ChangeScope.Subject> subjects(List<Order> orders) {
        var emails = new HashSet<EmailId>();
        for (var order : orders) {
            order.wishes().values().forEach(emails::addAll);
            order.done().forEach(it -> emails.addAll(emails(it)));
        }
        return scope.find(Set.of(), emails).stream()
                .collect(Collectors.toMap(ChangeScope.Subject::email, Function.identity()));
    }

    private static boolean isMove(Wish wish) {
        return wish instanceof Wish.MoveTo || (wish instanceof Wish.To(var deed) && deed instanceof Deed.Moves);
    }

    private static Set<EmailId> emails(ActionLog.Entry entry) {
        return switch (entry) {
            case ActionLog.Entry.Marked it -> it.emails();
            case ActionLog.Entry.Moved it -> it.emails();
            case ActionLog.Entry.Filed it -> it.emails();
            case ActionLog.Entry.Stood it -> Set.of();
            case ActionLog.Entry.Taught it -> Set.of();
            case ActionLog.Entry.Decided it -> Set.of();
        };
    }

    private static Set<EmailId> changed(List<ActionLog.Entry> made, List<ChangeScope.Subject> meant) {
        var changed = new HashSet<EmailId>();
        for (var entry : made) {
            changed.addAll(emails(entry));
            if (entry instanceof ActionLog.Entry.Stood stood)
                meant.stream().filter(it -> stood.threads().contains(it.thread()))
                        .forEach(it -> changed.add(it.email()));
        }
        return changed;
    }

    private void note(PersonId owner, Work work, Share share) {
        if (share.entries.isEmpty()) return;
        var threads = new HashSet<ThreadId>();
        for (var entry : share.entries) {
            if (entry instanceof ActionLog.Entry.Stood stood) threads.addAll(stood.threads());
            for (var email : emails(entry))
                Optional.ofNullable(work.subjects.get(email)).ifPresent(it -> threads.add(it.thread()));
        }
        var order = share.order;
        log.extend(
                order.action(), owner,
                new ActionLog.Story(
                        ActionLog.RULES, order.name(), threads.size(),
                        threads.size() == 1 ? List.copyOf(threads) : List.of(), order.reference()),
                share.entries, work.now, work.now.plus(ActionLog.UNDOABLE));
    }

    private String detail(Deed deed) {
        return switch (deed) {
            case Deed.Label(var label) -> label.name();
            case Deed.Unlabel(var label) -> label.name();
            case Deed.Move(MailboxId target) -> folders.find(target).map(Mailbox::name).orElse("");
            case Deed.Snooze(var until) -> until.toString();
            case Deed.Marks other -> "";
            case Deed.Moves other -> "";
            case Deed.Puts other -> "";
            case Deed.Delete() -> "";
        };
    }
}
