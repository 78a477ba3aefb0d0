package org.waxwing.domain.world;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MessageHeaders;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.mailbox.Threading;

final class InMemoryMailStore implements MailStore {
    private final InMemoryWorld world;

    InMemoryMailStore(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public List<Mailbox> mailboxes(AccountId account) {
        if (!world.sees(account)) return List.of();
        return world.tables().mailboxesOf(account).stream()
                .sorted(Comparator.comparing(Mailbox::role).thenComparing(Mailbox::path))
                .toList();
    }

    @Override
    public void keepMailboxes(AccountId account, Collection<Mailbox> present) {
        world.mustSee(account);
        var tables = world.tables();
        if (present.stream().map(Mailbox::path).distinct().count() < present.size())
            throw new IllegalStateException("Two folders with one path");
        var ids = present.stream().map(Mailbox::id).collect(Collectors.toSet());
        var gone = new HashSet<MailboxId>();
        for (var mailbox : tables.mailboxesOf(account)) if (!ids.contains(mailbox.id())) gone.add(mailbox.id());
        var touched = new HashSet<EmailId>();
        tables.copies.entrySet().removeIf(entry -> {
            if (!gone.contains(entry.getKey().mailbox())) return false;
            touched.add(entry.getValue().email());
            return true;
        });
        tables.mailboxes.keySet().removeAll(gone);
        tables.validities.keySet().removeAll(gone);
        for (var mailbox : present) tables.mailboxes.put(mailbox.id(), mailbox);
        settle(account, touched);
    }

    @Override
    public Map<BlobId, EmailId> alreadyStored(AccountId account, Collection<BlobId> sources) {
        var stored = new HashMap<BlobId, EmailId>();
        if (!world.sees(account)) return stored;
        for (var source : sources) {
            var id = world.tables().sources.get(new Tables.Source(account, source));
            if (id != null) stored.put(source, id);
        }
        return stored;
    }

    @Override
    public Map<MessageId, ThreadId> threadsOf(AccountId account, Collection<MessageId> ids) {
        var threads = new HashMap<MessageId, ThreadId>();
        if (!world.sees(account)) return threads;
        for (var id : ids) {
            var thread = world.tables().ties.get(new Tables.Tie(account, id));
            if (thread != null) threads.put(id, thread);
        }
        return threads;
    }

    @Override
    public void store(AccountId account, Collection<Email> emails, Threading.Joined joined) {
        world.mustSee(account);
        var tables = world.tables();
        tables.ties.replaceAll((tie, thread) -> tie.account().equals(account)
                ? joined.merged().getOrDefault(thread, thread)
                : thread);
        joined.known().forEach((name, thread) -> tables.ties.put(new Tables.Tie(account, name), thread));
        tables.messages.replaceAll((id, it) -> it.account().equals(account) ? moved(it, joined.merged()) : it);
        for (var email : emails) {
            if (tables.messages.putIfAbsent(email.id(), new Tables.Message(account, email, Set.of())) != null
                    || tables.sources.putIfAbsent(new Tables.Source(account, email.source()), email.id()) != null)
                throw new IllegalStateException("One message stored twice");
        }
    }

    private static Tables.Message moved(Tables.Message message, Map<ThreadId, ThreadId> merged) {
        var email = message.email();
        var thread = merged.get(email.thread());
        if (thread == null) return message;
        return new Tables.Message(
                message.account(),
                new Email(email.id(), thread, email.message(), email.receivedAt(), email.size(), email.source()),
                message.keywords());
    }

    @Override
    public Map<EmailId, MessageHeaders> headers(AccountId account, Collection<EmailId> ids) {
        return stored(account, ids, it -> it.message().headers());
    }

    @Override
    public Map<EmailId, ThreadId> threads(AccountId account, Collection<EmailId> ids) {
        return stored(account, ids, Email::thread);
    }

    private <T> Map<EmailId, T> stored(AccountId account, Collection<EmailId> ids, Function<Email, T> what) {
        var found = new HashMap<EmailId, T>();
        if (!world.sees(account)) return found;
        for (var id : ids) {
            var message = world.tables().messages.get(id);
            if (message != null && message.account().equals(account)) found.put(id, what.apply(message.email()));
        }
        return found;
    }

    @Override
    public void settle(AccountId account, Set<EmailId> touched) {
        world.mustSee(account);
        if (touched.isEmpty()) return;
        var tables = world.tables();
        var marks = new HashMap<EmailId, Set<Keyword>>();
        for (var copy : tables.copies.values())
            if (touched.contains(copy.email()))
                marks.computeIfAbsent(copy.email(), id -> new HashSet<>()).addAll(copy.keywords());
        for (var id : touched) {
            var message = tables.messages.get(id);
            if (message == null || !message.account().equals(account)) continue;
            var keywords = marks.get(id);
            if (keywords == null) tables.remove(id);
            else tables.messages.put(id, new Tables.Message(account, message.email(), Set.copyOf(keywords)));
        }
    }
}
