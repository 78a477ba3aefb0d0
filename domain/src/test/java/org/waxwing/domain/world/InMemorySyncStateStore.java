package org.waxwing.domain.world;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
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
        var tables = world.tables();
        var validity = tables.validities.get(mailbox);
        if (!world.sees(account) || validity == null) return Optional.empty();
        var messages = new HashMap<Uid, Set<Keyword>>();
        tables.copies.forEach((place, copy) -> {
            if (place.mailbox().equals(mailbox) && place.validity().equals(validity))
                messages.put(place.uid(), copy.keywords());
        });
        return Optional.of(new MailboxSnapshot(validity, messages));
    }

    @Override
    public void place(AccountId account, MailboxId mailbox, UidValidity validity, Map<Uid, Copy> copies) {
        mustSee(account, mailbox);
        var tables = world.tables();
        copies.forEach((uid, copy) -> {
            var message = tables.messages.get(copy.email());
            if (message == null || !message.account().equals(account))
                throw new IllegalStateException("A copy of no message: " + copy.email());
            tables.copies.put(new Tables.Place(mailbox, validity, uid), copy);
        });
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
        return removeCopies(place -> place.mailbox().equals(mailbox)
                && place.validity().equals(validity)
                && vanished.contains(place.uid()));
    }

    @Override
    public Set<EmailId> adopt(AccountId account, MailboxId mailbox, UidValidity validity) {
        mustSee(account, mailbox);
        world.tables().validities.put(mailbox, validity);
        return removeCopies(place -> place.mailbox().equals(mailbox) && !place.validity().equals(validity));
    }

    private Set<EmailId> removeCopies(Predicate<Tables.Place> which) {
        var touched = new HashSet<EmailId>();
        world.tables().copies.entrySet().removeIf(entry -> {
            if (!which.test(entry.getKey())) return false;
            touched.add(entry.getValue().email());
            return true;
        });
        return touched;
    }

    private void mustSee(AccountId account, MailboxId mailbox) {
        world.mustSee(account);
        var known = world.tables().mailboxes.get(mailbox);
        if (known == null || !known.account().equals(account))
            throw new IllegalStateException("No such folder: " + mailbox);
    }
}
