package org.waxwing.domain.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.screening.Correspondence.Direction;
import org.waxwing.domain.screening.Decision;
import org.waxwing.domain.screening.DecisionStore;
import org.waxwing.domain.screening.Decisions;

final class InMemoryDecisionStore implements DecisionStore {
    private final InMemoryWorld world;

    InMemoryDecisionStore(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public Decisions about(Collection<EmailAddress> senders) {
        Predicate<Decision> about = it -> senders.stream().anyMatch(it::isAbout);
        return new Decisions(
                mine().stream().filter(about).toList(),
                world.tables().decisionsForAll.values().stream().filter(about).toList());
    }

    private List<Decision> mine() {
        var mine = new ArrayList<Decision>();
        world.tables().decisions.forEach((key, it) -> {
            if (world.is(key.person())) mine.add(it);
        });
        return mine;
    }

    @Override
    public List<Decision> decided(Collection<String> who) {
        return mine().stream().filter(it -> who.contains(it.who())).toList();
    }

    @Override
    public List<Decision> own(int atMost) {
        return mine().stream()
                .sorted(Comparator.comparing(Decision::at).reversed().thenComparing(Decision::who))
                .limit(atMost)
                .toList();
    }

    @Override
    public List<Decision> organisations() {
        world.person();
        return world.tables().decisionsForAll.values().stream().sorted(Comparator.comparing(Decision::who)).toList();
    }

    @Override
    public void decide(Collection<Decision> decisions) {
        for (var it : decisions) world.tables().decisions.put(new Tables.Decided(world.person(), it.who()), it);
    }

    @Override
    public void forget(Set<String> who) {
        world.tables().decisions.keySet().removeIf(it -> world.is(it.person()) && who.contains(it.who()));
    }

    @Override
    public void decideForAll(Collection<Decision> decisions) {
        world.person();
        for (var it : decisions) world.tables().decisionsForAll.put(it.who(), it);
    }

    @Override
    public void forgetForAll(Set<String> who) {
        world.person();
        world.tables().decisionsForAll.keySet().removeAll(who);
    }

    @Override
    public Map<String, Long> colleaguesWhoKnow(Collection<EmailAddress> senders) {
        var known = new HashMap<String, Long>();
        for (var sender : senders) {
            long people = world.tables().notes.stream()
                    .filter(it -> it.address().equals(sender.key()) && it.direction() == Direction.RECEIVED)
                    .map(it -> world.tables().account(it.account()).owner())
                    .filter(it -> !world.is(it))
                    .distinct()
                    .count();
            if (people > 0) known.put(sender.key(), people);
        }
        return known;
    }
}
