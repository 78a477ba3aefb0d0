package org.waxwing.domain.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.images.ImageTrust;

final class InMemoryImageTrust implements ImageTrust {
    private final InMemoryWorld world;

    InMemoryImageTrust(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public boolean includes(EmailAddress sender) {
        return all().stream().anyMatch(it -> it.sender().key().equals(sender.key()));
    }

    @Override
    public List<Trusted> all() {
        return world.tables().imageTrust.stream()
                .filter(it -> world.is(it.person()))
                .map(Tables.ShownImages::sender)
                .sorted(Comparator.comparing(it -> it.sender().address()))
                .toList();
    }

    @Override
    public void add(EmailAddress sender, Instant now) {
        if (includes(sender)) return;
        world.tables().imageTrust.add(new Tables.ShownImages(
                world.person(), new Trusted(EmailAddress.of(sender.key()), now)));
    }

    @Override
    public boolean remove(EmailAddress sender) {
        return world.tables().imageTrust.removeIf(
                it -> world.is(it.person()) && it.sender().sender().key().equals(sender.key()));
    }
}
