package org.waxwing.domain.world;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.screening.Acquaintance;
import org.waxwing.domain.screening.Correspondence;
import org.waxwing.domain.screening.Correspondence.Direction;
import org.waxwing.domain.screening.SenderBook;

final class InMemorySenderBook implements SenderBook {
    private final InMemoryWorld world;

    InMemorySenderBook(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public void note(AccountId account, Collection<Correspondence> messages) {
        world.mustSee(account);
        for (var it : messages) {
            var message = world.tables().messages.get(it.email());
            if (message == null || !message.account().equals(account)) continue;
            world.tables().notes.add(
                    new Tables.Note(account, it.with().key(), it.direction(), message.email().source()));
        }
    }

    @Override
    public Set<String> writtenTo(AccountId account, int most) {
        if (!world.sees(account)) return Set.of();
        return world.tables().notes.stream()
                .filter(it -> it.account().equals(account) && it.direction() == Direction.SENT)
                .map(it -> EmailAddress.of(it.address()).domain())
                .distinct()
                .limit(most)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, Acquaintance> known(AccountId account, Collection<EmailAddress> addresses) {
        var known = new HashMap<String, Acquaintance>();
        for (var address : addresses)
            known.put(address.key(), new Acquaintance(
                    count(account, address, Direction.RECEIVED), count(account, address, Direction.SENT)));
        return known;
    }

    private long count(AccountId account, EmailAddress address, Direction direction) {
        if (!world.sees(account)) return 0;
        return world.tables().notes.stream()
                .filter(it -> it.account().equals(account)
                        && it.address().equals(address.key())
                        && it.direction() == direction)
                .count();
    }
}
