package org.waxwing.domain.world;

import java.util.Optional;
import org.waxwing.domain.rules.RuleBook;
import org.waxwing.domain.rules.RuleOwner;
import org.waxwing.domain.rules.RuleStore;

final class InMemoryRuleStore implements RuleStore {
    private final InMemoryWorld world;

    InMemoryRuleStore(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public RuleBook of(RuleOwner owner) {
        return sees(owner)
                ? world.tables().rules.getOrDefault(owner, RuleBook.emptyOf(owner))
                : RuleBook.emptyOf(owner);
    }

    @Override
    public Optional<RuleBook> keep(RuleBook changed) {
        if (!sees(changed.owner())) throw new IllegalStateException("Not this actor's rules: " + changed.owner());
        if (of(changed.owner()).version() != changed.version()) return Optional.empty();
        var kept = new RuleBook(changed.owner(), changed.rules(), changed.version() + 1);
        world.tables().rules.put(changed.owner(), kept);
        return Optional.of(kept);
    }

    private boolean sees(RuleOwner owner) {
        return switch (owner) {
            case RuleOwner.Somebody(var person) -> world.is(person);
            case RuleOwner.Organisation(var organisation) -> world.tables().people.values().stream()
                    .anyMatch(it -> world.is(it.id()) && it.organisation().equals(organisation));
        };
    }
}
