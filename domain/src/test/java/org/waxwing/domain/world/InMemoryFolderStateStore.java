package org.waxwing.domain.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.FolderHealth;
import org.waxwing.domain.sync.FolderStateStore;
import org.waxwing.domain.sync.SyncPoint;
import org.waxwing.domain.sync.SyncStatus.Past;
import org.waxwing.domain.sync.UidValidity;
import org.waxwing.domain.world.Tables.Progress;

final class InMemoryFolderStateStore implements FolderStateStore {
    // no server numbers a folder so by chance, and if it does, once is enough to be out of step
    private static final UidValidity VOID = new UidValidity(0xFFFF_FFFEL);
    private static final UidValidity VOID_TOO = new UidValidity(0xFFFF_FFFDL);

    private final InMemoryWorld world;

    InMemoryFolderStateStore(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public Map<MailboxId, SyncPoint> points(AccountId account) {
        var points = new HashMap<MailboxId, SyncPoint>();
        world.tables().points.forEach((mailbox, point) -> {
            if (isOf(account, mailbox)) points.put(mailbox, point);
        });
        return points;
    }

    @Override
    public void caughtUp(AccountId account, MailboxId mailbox, SyncPoint point, long undelivered, Instant now) {
        if (!isOf(account, mailbox)) return;
        world.tables().points.put(mailbox, point);
        change(account, mailbox, it -> new Progress(
                new Past.Succeeded(now), point.messages(), undelivered, it.perSecond()));
    }

    @Override
    public void unchanged(AccountId account, List<MailboxId> mailboxes, Instant now) {
        for (var mailbox : mailboxes)
            change(account, mailbox, it -> new Progress(
                    new Past.Succeeded(now), it.atServer(), it.undelivered(), it.perSecond()));
    }

    @Override
    public void pace(AccountId account, MailboxId mailbox, double messagesPerSecond) {
        change(account, mailbox, it -> new Progress(it.past(), it.atServer(), it.undelivered(), messagesPerSecond));
    }

    @Override
    public void failed(AccountId account, MailboxId mailbox, ConnectionProblem problem, Instant now) {
        change(account, mailbox, it -> new Progress(
                new Past.Failed(problem, now, success(it.past())), it.atServer(), it.undelivered(), it.perSecond()));
    }

    private static Past success(Past past) {
        return past instanceof Past.Failed(var problem, var at, var before) ? success(before) : past;
    }

    @Override
    public void startOver(AccountId account) {
        if (!world.sees(account)) return;
        var tables = world.tables();
        for (var mailbox : tables.atServer(account)) {
            tables.points.remove(mailbox.id());
            var before = tables.validities.get(mailbox.id());
            if (before == null) continue;
            var after = before.equals(VOID) ? VOID_TOO : VOID;
            tables.validities.put(mailbox.id(), after);
            for (var place : List.copyOf(tables.copies.keySet()))
                if (place.mailbox().equals(mailbox.id()) && place.validity().equals(before))
                    Optional.ofNullable(tables.copies.remove(place)).ifPresent(copy -> {
                        var renamed = new Tables.Place(place.mailbox(), after, place.uid());
                        tables.copies.put(renamed, copy);
                        tables.trails.put(renamed, tables.trail(place));
                    });
        }
    }

    @Override
    public List<FolderHealth> health(AccountId account) {
        var health = new ArrayList<FolderHealth>();
        if (!world.sees(account)) return health;
        var shown = world.tables().shown();
        for (var mailbox : world.tables().seen(account)) {
            long stored = shown.values().stream().filter(it -> it.containsKey(mailbox.id())).count();
            var it = world.tables().progress.getOrDefault(mailbox.id(), Progress.NONE);
            health.add(new FolderHealth(
                    mailbox, stored, it.atServer(), it.undelivered(), it.perSecond(), it.past()));
        }
        return health;
    }

    private void change(AccountId account, MailboxId mailbox, UnaryOperator<Progress> change) {
        if (!isOf(account, mailbox)) return;
        var before = world.tables().progress.getOrDefault(mailbox, Progress.NONE);
        world.tables().progress.put(mailbox, change.apply(before));
    }

    private boolean isOf(AccountId account, MailboxId mailbox) {
        var known = world.tables().mailboxes.get(mailbox);
        return world.sees(account) && known != null && known.account().equals(account);
    }
}
