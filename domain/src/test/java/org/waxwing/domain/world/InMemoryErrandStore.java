package org.waxwing.domain.world;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.sending.Errand;
import org.waxwing.domain.sending.ErrandId;
import org.waxwing.domain.sending.ErrandStore;
import org.waxwing.domain.sending.Task;

final class InMemoryErrandStore implements ErrandStore {
    private final InMemoryWorld world;

    InMemoryErrandStore(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public void add(AccountId account, Collection<Errand> errands) {
        world.mustSee(account);
        for (var it : errands) {
            if (!it.account().equals(account)) throw new IllegalArgumentException("An errand of another account");
            if (world.tables().errands.putIfAbsent(it.id(), it) != null)
                throw new IllegalStateException("Two errands with one id");
        }
        tellTheHouse(account);
    }

    @Override
    public List<ErrandId> due(AccountId account, Instant now, int atMost) {
        return of(account).filter(it -> it.isDue(now))
                .sorted(Comparator.comparing(Errand::dueAt))
                .limit(atMost)
                .map(Errand::id)
                .toList();
    }

    @Override
    public Optional<Errand> take(ErrandId id) {
        return Optional.ofNullable(world.tables().errands.get(id)).filter(it -> world.sees(it.account()));
    }

    @Override
    public void note(Errand errand) {
        if (take(errand.id()).isEmpty()) return;
        world.tables().errands.put(errand.id(), errand);
        tellTheHouse(errand.account());
    }

    @Override
    public int begunSince(AccountId account, Instant since) {
        return (int) of(account)
                .filter(it -> it.task() instanceof Task.Mail && it.attempts() > 0 && !it.begunAt().isBefore(since))
                .count();
    }

    @Override
    public List<Errand> of(EmailId email) {
        return world.tables().errands.values().stream()
                .filter(it -> world.sees(it.account()) && it.occasion().email().equals(email))
                .sorted(Comparator.comparing(Errand::writtenAt))
                .toList();
    }

    @Override
    public void forget(AccountId account, Instant before) {
        var over = of(account).filter(it -> !it.state().isOpen() && it.dueAt().isBefore(before)).map(Errand::id)
                .toList();
        world.tables().errands.keySet().removeAll(over);
    }

    private Stream<Errand> of(AccountId account) {
        return world.tables().errands.values().stream()
                .filter(it -> it.account().equals(account) && world.sees(account));
    }

    private void tellTheHouse(AccountId account) {
        world.tables().sendings.remove(account);
        of(account).filter(it -> it.state().isOpen()).map(Errand::dueAt).min(Comparator.naturalOrder())
                .ifPresent(at -> world.tables().sendings.put(account, at));
    }
}
