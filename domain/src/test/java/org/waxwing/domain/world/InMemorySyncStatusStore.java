package org.waxwing.domain.world;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.sync.ConnectionProblem;
import org.waxwing.domain.sync.SyncStatus;
import org.waxwing.domain.sync.SyncStatus.Past;
import org.waxwing.domain.sync.SyncStatus.Phase;
import org.waxwing.domain.sync.SyncStatus.Proof;
import org.waxwing.domain.sync.SyncStatusStore;

final class InMemorySyncStatusStore implements SyncStatusStore {
    private static final Duration LONGEST_CLAIM = Duration.ofMinutes(4);
    private static final Duration LONGEST_REST = Duration.ofHours(1);

    private final InMemoryWorld world;

    InMemorySyncStatusStore(InMemoryWorld world) {
        this.world = world;
    }

    @Override
    public Optional<SyncStatus> status(AccountId account) {
        return row(account).map(it -> new SyncStatus(
                it.phase, it.done, it.total, it.passes, it.since, it.past, it.attempts, it.nextAttempt, it.proof));
    }

    @Override
    public Map<AccountId, SyncStatus> all() {
        var all = new HashMap<AccountId, SyncStatus>();
        world.accounts().all().forEach(it -> status(it.id()).ifPresent(status -> all.put(it.id(), status)));
        return all;
    }

    @Override
    public Optional<Claim> claim(AccountId account, String holder, Instant now, Instant until) {
        return row(account).filter(InMemorySyncStatusStore::mayBeTaken).flatMap(row -> {
            if (!row.holder.isEmpty() && row.heldUntil.isAfter(now)
                    && !row.heldUntil.isAfter(now.plus(LONGEST_CLAIM))) {
                row.wanted = true;
                return Optional.empty();
            }
            row.holder = holder;
            row.heldUntil = until;
            row.wanted = false;
            begin(row, now);
            boolean full = !row.nextFull.isAfter(now) || row.nextFull.isAfter(now.plus(LONGEST_REST));
            return Optional.of(new Claim(full, row.attempts));
        });
    }

    /** Whether anything but its owner can make the account be synchronised. */
    static boolean mayBeTaken(Tables.Sync row) {
        return row.phase != Phase.PAUSED && row.phase != Phase.NEEDS_SIGN_IN;
    }

    /** Whether it is time for the next pass; a time that lies too far ahead was told by a clock that was wrong. */
    static boolean isDue(Tables.Sync row, Instant now) {
        return mayBeTaken(row)
                && (!row.nextAttempt.isAfter(now) || row.nextAttempt.isAfter(now.plus(LONGEST_REST)));
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
        row.attempts = 0;
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
    public void compared(AccountId account, String holder, long repaired, Instant now, Instant next) {
        held(account, holder).ifPresent(row -> {
            row.proof = new Proof.Compared(now, repaired);
            row.nextFull = next;
        });
    }

    @Override
    public void failed(
            AccountId account,
            String holder,
            ConnectionProblem problem,
            Phase phase,
            Instant now,
            Instant nextAttempt) {
        held(account, holder).ifPresent(row -> {
            var before = status(account).flatMap(SyncStatus::lastSuccess);
            row.past = new Past.Failed(
                    problem, now, before.<Past>map(Past.Succeeded::new).orElseGet(Past.None::new));
            row.attempts++;
            row.nextAttempt = nextAttempt;
            end(row, phase, now);
        });
    }

    @Override
    public void wake(AccountId account) {
        row(account).filter(it -> it.phase == Phase.NEEDS_SIGN_IN).ifPresent(row -> row.phase = Phase.ERROR);
    }

    @Override
    public void pause(AccountId account, boolean paused, Instant now) {
        row(account).filter(it -> paused != (it.phase == Phase.PAUSED)).ifPresent(row -> {
            end(row, paused ? Phase.PAUSED : Phase.IDLE, now);
            row.nextAttempt = now;
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
