package org.waxwing.domain.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.waxwing.domain.change.ActionId;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.RefusalId;
import org.waxwing.domain.change.Refused;
import org.waxwing.domain.identity.PersonId;

final class InMemoryActionLog implements ActionLog {
    private final InMemoryWorld world;

    InMemoryActionLog(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public void record(ActionId action, PersonId owner, List<Entry> entries, Instant now, Instant undoUntil) {
        if (!world.is(owner)) throw new IllegalStateException("An action of somebody else");
        world.tables().actions.put(action, new Tables.Action(owner, List.copyOf(entries), undoUntil, false));
    }

    @Override
    public Optional<List<Entry>> take(ActionId action, Instant now) {
        var found = own(action).filter(it -> !it.taken() && !now.isAfter(it.undoUntil()));
        found.ifPresent(it -> world.tables().actions.put(
                action, new Tables.Action(it.owner(), it.entries(), it.undoUntil(), true)));
        return found.map(Tables.Action::entries);
    }

    @Override
    public boolean exists(ActionId action) {
        return own(action).isPresent();
    }

    private Optional<Tables.Action> own(ActionId action) {
        return Optional.ofNullable(world.tables().actions.get(action)).filter(it -> world.is(it.owner()));
    }

    @Override
    public List<Refused> refusals(int atMost) {
        return world.tables().refusals.stream()
                .filter(it -> world.sees(it.account()))
                .sorted(Comparator.comparing(Refused::at).reversed())
                .limit(atMost)
                .toList();
    }

    @Override
    public void dismiss(Set<RefusalId> refusals) {
        world.tables().refusals.removeIf(it -> world.sees(it.account()) && refusals.contains(it.id()));
    }
}
