package org.waxwing.domain.world;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.mailbox.Mailbox;

final class InMemoryAccountStore implements AccountStore {
    private final InMemoryWorld world;

    InMemoryAccountStore(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public void add(Account account) {
        var tables = world.tables();
        if (!world.is(account.owner())) throw new IllegalStateException("An account for somebody else");
        if (!tables.people.containsKey(account.owner())) throw new IllegalStateException("Nobody of that name");
        if (tables.accounts.putIfAbsent(account.id(), account) != null)
            throw new IllegalStateException("Two accounts with one id");
        tables.syncs.put(account.id(), new Tables.Sync(account.id(), account.addedAt()));
    }

    @Override
    public void replace(Account account) {
        world.mustSee(account.id());
        world.tables().accounts.put(account.id(), account);
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return world.sees(id) ? Optional.of(world.tables().account(id)) : Optional.empty();
    }

    @Override
    public List<Account> all() {
        return world.tables().accounts.values().stream()
                .filter(it -> world.is(it.owner()))
                .sorted(Comparator.comparing(Account::addedAt))
                .toList();
    }

    @Override
    public boolean remove(AccountId id) {
        if (!world.sees(id)) return false;
        var tables = world.tables();
        tables.waiting.values().removeIf(it -> it.account().equals(id));
        tables.mailboxes.values().stream()
                .filter(it -> it.account().equals(id))
                .map(Mailbox::id)
                .toList()
                .forEach(folder -> tables.removeFolder(id, folder));
        tables.called.keySet().removeIf(it -> it.account().equals(id));
        tables.refusals.removeIf(it -> it.account().equals(id));
        tables.messages.values().removeIf(it -> it.account().equals(id));
        tables.sources.keySet().removeIf(it -> it.account().equals(id));
        tables.ties.keySet().removeIf(it -> it.account().equals(id));
        tables.notes.removeIf(it -> it.account().equals(id));
        tables.errands.values().removeIf(it -> it.account().equals(id));
        tables.sendings.remove(id);
        tables.signIns.remove(id);
        tables.renewals.remove(id);
        tables.syncs.remove(id);
        tables.accounts.remove(id);
        return true;
    }
}
