package org.waxwing.domain.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.sending.ForwardingAddress;
import org.waxwing.domain.sending.ForwardingAddresses;

final class InMemoryForwardingAddresses implements ForwardingAddresses {
    private final InMemoryWorld world;

    InMemoryForwardingAddresses(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public List<ForwardingAddress> all() {
        var person = world.person();
        return world.tables().forwardings.entrySet().stream()
                .filter(it -> it.getKey().person().equals(person))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public Optional<ForwardingAddress> take(EmailAddress address) {
        return Optional.ofNullable(world.tables().forwardings.get(key(address)));
    }

    @Override
    public void keep(ForwardingAddress address) {
        world.tables().forwardings.put(key(address.address()), address);
    }

    @Override
    public boolean remove(EmailAddress address) {
        return world.tables().forwardings.remove(key(address)) != null;
    }

    private Tables.Forwarding key(EmailAddress address) {
        return new Tables.Forwarding(world.person(), address.key());
    }
}
