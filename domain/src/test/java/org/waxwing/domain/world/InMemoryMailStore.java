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
import org.waxwing.domain.mailbox.Likeness;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.mailbox.MessageHeaders;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.mailbox.Tie;
import org.waxwing.domain.sorting.Category;

final class InMemoryMailStore implements MailStore {
    private final InMemoryWorld world;

    InMemoryMailStore(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public List<Mailbox> mailboxes(AccountId account) {
        if (!world.sees(account)) return List.of();
        return world.tables().atServer(account).stream()
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
        var touched = new HashSet<EmailId>();
        for (var mailbox : tables.atServer(account))
            if (!ids.contains(mailbox.id())) touched.addAll(tables.removeFolder(account, mailbox.id()));
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
    public Map<Tie, ThreadId> threadsOf(AccountId account, Collection<Tie> ties) {
        var threads = new HashMap<Tie, ThreadId>();
        if (!world.sees(account)) return threads;
        for (var tie : ties) {
            var thread = world.tables().ties.get(new Tables.Tie(account, tie));
            if (thread != null) threads.put(tie, thread);
        }
        return threads;
    }

    @Override
    public Map<Likeness, Set<ThreadId>> threadsLike(AccountId account, Collection<Likeness> likenesses) {
        var threads = new HashMap<Likeness, Set<ThreadId>>();
        if (!world.sees(account)) return threads;
        for (var message : world.tables().messages.values())
            if (message.account().equals(account))
                for (var likeness : message.likenesses())
                    if (likenesses.contains(likeness))
                        threads.computeIfAbsent(likeness, it -> new HashSet<>())
                                .add(message.email().thread());
        return threads;
    }

    @Override
    public Map<EmailId, MessageHeaders> headers(AccountId account, Collection<EmailId> ids) {
        return stored(account, ids, it -> it.message().headers());
    }

    @Override
    public Set<EmailId> shownIn(AccountId account, Collection<EmailId> ids, MailboxRole role) {
        if (!world.sees(account)) return Set.of();
        var tables = world.tables();
        return tables.shown().entrySet().stream()
                .filter(it -> ids.contains(it.getKey()))
                .filter(it -> it.getValue().keySet().stream().map(tables.mailboxes::get)
                        .anyMatch(folder -> folder.account().equals(account) && folder.role() == role))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
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
        var marks = tables.keywords();
        for (var id : touched) {
            var message = tables.messages.get(id);
            if (message == null || !message.account().equals(account)) continue;
            var keywords = marks.get(id);
            if (keywords == null) tables.remove(id);
            else
                tables.messages.put(id, new Tables.Message(
                        account, message.email(), Set.copyOf(keywords), message.likenesses()));
        }
        var shown = tables.shown();
        for (var id : touched) {
            var message = tables.messages.get(id);
            if (message == null || !message.account().equals(account)) continue;
            tables.shelf(account, message.email().thread(), shown).ifPresent(shelf -> {
                switch (shelf) {
                    case IMBOX -> tables.categories.put(message.email().thread(), Category.IMBOX);
                    case FEED -> tables.categories.put(message.email().thread(), Category.FEED);
                    case PAPER_TRAIL -> tables.categories.put(message.email().thread(), Category.PAPER_TRAIL);
                    case SCREENER, OUT -> tables.categories.putIfAbsent(message.email().thread(), Category.IMBOX);
                }
            });
        }
    }
}
