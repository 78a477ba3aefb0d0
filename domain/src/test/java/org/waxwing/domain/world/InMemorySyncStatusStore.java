package org.waxwing.domain.world;

import java.time.Instant;
import java.util.Optional;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.SyncStatus;
import org.waxwing.domain.sync.SyncStatus.Past;
import org.waxwing.domain.sync.SyncStatus.Phase;
import org.waxwing.domain.sync.SyncStatusStore;

final class InMemorySyncStatusStore implements SyncStatusStore {
    private final InMemoryWorld world;

    InMemorySyncStatusStore(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public Optional<SyncStatus> status(AccountId account) {
        return row(account)
                .map(it -> new SyncStatus(it.phase, it.done, it.total, it.passes, it.since, it.past));
    }

    @Override
    public boolean claim(AccountId account, String holder, Instant now, Instant until) {
        var found = row(account);
        if (found.isEmpty()) return false;
        var row = found.get();
        if (!row.holder.isEmpty() && row.heldUntil.isAfter(now)) {
            row.wanted = true;
            return false;
        }
        row.holder = holder;
        row.heldUntil = until;
        row.wanted = false;
        begin(row, now);
        return true;
    }

    @Override
    public boolean progress(AccountId account, String holder, long done, long total, Instant until) {
        var held = held(account, holder);
        held.ifPresent(row -> {
            row.done = done;
            row.total = total;
            row.heldUntil = until;
        });
        return held.isPresent();
    }

    @Override
    public boolean succeeded(AccountId account, String holder, Instant now, Instant nextAttempt) {
        var held = held(account, holder);
        if (held.isEmpty()) return false;
        var row = held.get();
        row.passes++;
        row.past = new Past.Succeeded(now);
        row.nextAttempt = nextAttempt;
        if (row.wanted) {
            row.wanted = false;
            begin(row, now);
            return true;
        }
        end(row, Phase.IDLE, now);
        return false;
    }

    @Override
    public void failed(
            AccountId account, String holder, ConnectionProblem problem, Instant now, Instant nextAttempt) {
        held(account, holder).ifPresent(row -> {
            var before = status(account).flatMap(SyncStatus::lastSuccess);
            row.past = new Past.Failed(
                    problem, now, before.<Past>map(Past.Succeeded::new).orElseGet(Past.None::new));
            row.nextAttempt = nextAttempt;
            end(row, problem == ConnectionProblem.SIGN_IN_REFUSED ? Phase.NEEDS_SIGN_IN : Phase.ERROR, now);
        });
    }

    @Override
    public void reconnected(AccountId account, Instant now) {
        row(account).ifPresent(row -> {
            if (row.past instanceof Past.Failed failed) row.past = failed.before();
            row.nextAttempt = now;
            end(row, Phase.IDLE, now);
        });
    }

    private static void begin(Tables.Sync row, Instant now) {
        row.phase = Phase.SYNCING;
        row.since = now;
        row.done = 0;
        row.total = 0;
    }

    private static void end(Tables.Sync row, Phase phase, Instant now) {
        row.holder = "";
        row.wanted = false;
        row.phase = phase;
        row.since = now;
    }

    private Optional<Tables.Sync> row(AccountId account) {
        return world.sees(account) ? Optional.ofNullable(world.tables().syncs.get(account)) : Optional.empty();
    }

    private Optional<Tables.Sync> held(AccountId account, String holder) {
        return row(account).filter(it -> it.holder.equals(holder));
    }
}
