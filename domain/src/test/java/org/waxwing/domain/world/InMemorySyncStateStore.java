package org.waxwing.domain.world;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.Likeness;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.mailbox.Threading;
import org.waxwing.domain.sync.MailboxSnapshot;
import org.waxwing.domain.sync.SyncStateStore;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

final class InMemorySyncStateStore implements SyncStateStore {
    private final InMemoryWorld world;

    InMemorySyncStateStore(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public Optional<MailboxSnapshot> snapshot(AccountId account, MailboxId mailbox) {
        var validity = world.tables().validities.get(mailbox);
        if (!world.sees(account) || validity == null) return Optional.empty();
        return Optional.of(new MailboxSnapshot(validity, wanted(mailbox, validity, uid -> true)));
    }

    @Override
    public Map<Uid, Set<Keyword>> held(
            AccountId account, MailboxId mailbox, UidValidity validity, Collection<Uid> uids) {
        return world.sees(account) ? wanted(mailbox, validity, Set.copyOf(uids)::contains) : Map.of();
    }

    private Map<Uid, Set<Keyword>> wanted(MailboxId mailbox, UidValidity validity, Predicate<Uid> which) {
        var tables = world.tables();
        var messages = new HashMap<Uid, Set<Keyword>>();
        tables.copies.forEach((place, copy) -> {
            if (place.mailbox().equals(mailbox) && place.validity().equals(validity) && which.test(place.uid()))
                messages.put(place.uid(), tables.wanted(copy));
        });
        return messages;
    }

    @Override
    public Map<String, EmailId> called(AccountId account, Collection<String> remoteIds) {
        var called = new HashMap<String, EmailId>();
        if (!world.sees(account)) return called;
        for (var remoteId : remoteIds) {
            var email = world.tables().called.get(new Tables.Called(account, remoteId));
            if (email != null) called.put(remoteId, email);
        }
        return called;
    }

    @Override
    public void arrive(
            AccountId account,
            MailboxId mailbox,
            UidValidity validity,
            Collection<Newcomer> newcomers,
            Threading.Joined joined) {
        mustSee(account, mailbox);
        var tables = world.tables();
        tables.ties.replaceAll((tie, thread) -> tie.account().equals(account)
                ? joined.merged().getOrDefault(thread, thread)
                : thread);
        joined.known().forEach((name, thread) -> tables.ties.put(new Tables.Tie(account, name), thread));
        joined.merged().forEach((ended, into) -> {
            var stood = tables.standings.remove(new Tables.Stand(account, ended));
            if (stood != null) tables.standings.putIfAbsent(new Tables.Stand(account, into), stood);
        });
        tables.messages.replaceAll((id, it) -> it.account().equals(account) ? moved(it, joined.merged()) : it);
        var copies = new HashMap<Uid, Copy>();
        for (var it : newcomers) {
            store(account, it);
            copies.put(it.uid(), new Copy(it.email().id(), it.keywords()));
        }
        place(account, mailbox, validity, copies);
        world.mail().settle(account, copies.values().stream().map(Copy::email).collect(Collectors.toSet()));
    }

    private void store(AccountId account, Newcomer newcomer) {
        var tables = world.tables();
        var email = newcomer.email();
        // a message whose provider knows its conversation is in no other
        var likenesses = newcomer.ids().thread().isEmpty()
                ? Likeness.of(email.message().headers()).stream().collect(Collectors.toSet())
                : Set.<Likeness>of();
        var message = new Tables.Message(account, email, newcomer.keywords(), likenesses);
        if (tables.messages.putIfAbsent(email.id(), message) != null
                || tables.sources.putIfAbsent(new Tables.Source(account, email.source()), email.id()) != null)
            throw new IllegalStateException("One message stored twice");
        tables.filings.put(email.id(), newcomer.filing());
        var name = newcomer.ids().email();
        if (!name.isEmpty()) tables.called.put(new Tables.Called(account, name), email.id());
    }

    private static Tables.Message moved(Tables.Message message, Map<ThreadId, ThreadId> merged) {
        var email = message.email();
        var thread = merged.get(email.thread());
        if (thread == null) return message;
        return new Tables.Message(
                message.account(),
                new Email(email.id(), thread, email.message(), email.receivedAt(), email.size(), email.source()),
                message.keywords(),
                message.likenesses());
    }

    @Override
    public void place(AccountId account, MailboxId mailbox, UidValidity validity, Map<Uid, Copy> copies) {
        mustSee(account, mailbox);
        var tables = world.tables();
        new TreeMap<>(copies).forEach((uid, copy) -> {
            var message = tables.messages.get(copy.email());
            if (message == null || !message.account().equals(account))
                throw new IllegalStateException("A copy of no message: " + copy.email());
            tables.isAt(new Tables.Place(mailbox, validity, uid), copy);
        });
        copies.values().forEach(it -> tables.isNowhereElseIn(mailbox, it.email()));
    }

    @Override
    public Set<EmailId> remark(
            AccountId account, MailboxId mailbox, UidValidity validity, Map<Uid, Set<Keyword>> keywords) {
        var touched = new HashSet<EmailId>();
        if (!world.sees(account)) return touched;
        world.tables().copies.replaceAll((place, copy) -> {
            var marks = keywords.get(place.uid());
            if (marks == null || !place.mailbox().equals(mailbox) || !place.validity().equals(validity)) return copy;
            touched.add(copy.email());
            return new Copy(copy.email(), marks);
        });
        return touched;
    }

    @Override
    public Set<EmailId> remove(AccountId account, MailboxId mailbox, UidValidity validity, Set<Uid> vanished) {
        if (!world.sees(account)) return Set.of();
        return world.tables().removeCopies(place -> place.mailbox().equals(mailbox)
                && place.validity().equals(validity)
                && vanished.contains(place.uid()));
    }

    @Override
    public Set<EmailId> adopt(AccountId account, MailboxId mailbox, UidValidity validity) {
        mustSee(account, mailbox);
        world.tables().validities.put(mailbox, validity);
        return world.tables().removeCopies(
                place -> place.mailbox().equals(mailbox) && !place.validity().equals(validity));
    }

    private void mustSee(AccountId account, MailboxId mailbox) {
        world.mustSee(account);
        var known = world.tables().mailboxes.get(mailbox);
        if (known == null || !known.account().equals(account))
            throw new IllegalStateException("No such folder: " + mailbox);
    }
}
