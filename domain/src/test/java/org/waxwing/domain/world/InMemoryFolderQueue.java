package org.waxwing.domain.world;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.change.FolderQueue;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;

final class InMemoryFolderQueue implements FolderQueue {
    private final InMemoryWorld world;

    InMemoryFolderQueue(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public void create(Mailbox mailbox) {
        world.mustSee(mailbox.account());
        var tables = world.tables();
        if (tables.seen(mailbox.account()).stream().anyMatch(it -> it.path().equals(mailbox.path())))
            throw new IllegalStateException("Two folders with one path");
        if (tables.mailboxes.putIfAbsent(mailbox.id(), mailbox) != null)
            throw new IllegalStateException("Two folders with one id");
        tables.enqueue(mailbox.account(), new Wish.Create(mailbox.id()));
    }

    @Override
    public void rename(AccountId account, MailboxId mailbox, String path) {
        mustSee(account, mailbox);
        var tables = world.tables();
        var last = lastUntried(account).filter(it -> tables.at(it).wish() instanceof Wish.Rename rename
                && rename.mailbox().equals(mailbox));
        last.ifPresent(tables.waiting::remove);
        if (!path.equals(tables.paths(account).get(mailbox))) tables.enqueue(account, new Wish.Rename(mailbox, path));
    }

    @Override
    public void drop(AccountId account, MailboxId mailbox) {
        mustSee(account, mailbox);
        var tables = world.tables();
        if (tables.shown().values().stream().anyMatch(it -> it.containsKey(mailbox)))
            throw new IllegalStateException("There is mail in that folder");
        var last = lastUntried(account).filter(it -> tables.at(it).wish() instanceof Wish.Create create
                && create.mailbox().equals(mailbox));
        // what nobody has heard of nobody needs to forget
        if (last.isPresent()) tables.removeFolder(account, mailbox);
        else tables.enqueue(account, new Wish.Drop(mailbox));
    }

    @Override
    public void chooseRole(AccountId account, MailboxId mailbox, MailboxRole role) {
        mustSee(account, mailbox);
        var tables = world.tables();
        if (role != MailboxRole.NONE)
            for (var it : new HashSet<>(tables.seen(account)))
                if (it.role() == role) tables.chosenRoles.put(it.id(), MailboxRole.NONE);
        tables.chosenRoles.put(mailbox, role);
    }

    /** The last thing that waits, if nobody has tried it. */
    private Optional<Long> lastUntried(AccountId account) {
        return world.tables().waiting.descendingMap().entrySet().stream()
                .filter(it -> it.getValue().account().equals(account))
                .findFirst()
                .filter(it -> !it.getValue().tried())
                .map(Map.Entry::getKey);
    }

    private void mustSee(AccountId account, MailboxId mailbox) {
        world.mustSee(account);
        if (world.tables().seen(account).stream().noneMatch(it -> it.id().equals(mailbox)))
            throw new IllegalStateException("No such folder: " + mailbox);
    }
}
