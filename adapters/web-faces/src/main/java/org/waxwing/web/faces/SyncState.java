package org.waxwing.web.faces;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.waxwing.application.account.AccountHealth;
import org.waxwing.domain.sync.SyncStatus;

/**
 * How synchronisation stands over all accounts, in a word and a sentence.
 *
 * @param state {@code ok}, {@code busy}, {@code off}, {@code warn} or {@code bad}: what its dot looks like
 */
public record SyncState(String state, String word, String sentence) {

    static SyncState of(List<AccountHealth> all, Phrases phrases, Times times) {
        var accounts = all.stream().filter(it -> it.status().phase() != SyncStatus.Phase.PAUSED).toList();
        if (accounts.isEmpty() && !all.isEmpty())
            return new SyncState("off", phrases.of("sync.paused"), phrases.of("sync.paused.long"));
        long refused = count(accounts, SyncStatus.Phase.NEEDS_SIGN_IN);
        if (refused > 0)
            return new SyncState("bad", phrases.of("sync.trouble", refused), phrases.of("sync.trouble.long", refused));
        long failing = count(accounts, SyncStatus.Phase.ERROR);
        if (failing > 0)
            return new SyncState("warn", phrases.of("sync.failing"), phrases.of("sync.failing.long", failing));
        var busy = accounts.stream().map(AccountHealth::status).filter(SyncState::isBusy).toList();
        if (!busy.isEmpty()) return busy(busy, phrases);
        return oldest(accounts)
                .map(at -> new SyncState("ok", phrases.of("sync.current"),
                        phrases.of("sync.current.long", accounts.size(), times.ago(at))))
                .orElseGet(() -> new SyncState("busy", phrases.of("sync.waiting"), phrases.of("sync.waiting.long")));
    }

    private static SyncState busy(List<SyncStatus> busy, Phrases phrases) {
        long done = busy.stream().mapToLong(SyncStatus::done).sum();
        long total = busy.stream().mapToLong(SyncStatus::total).sum();
        if (total == 0) return new SyncState("busy", phrases.of("sync.busy"), phrases.of("sync.busy.long"));
        return new SyncState("busy", phrases.of("sync.counting", done, total),
                phrases.of("sync.counting.long", done, total));
    }

    private static long count(List<AccountHealth> accounts, SyncStatus.Phase phase) {
        return accounts.stream().filter(it -> it.status().phase() == phase).count();
    }

    private static boolean isBusy(SyncStatus status) {
        return status.phase() == SyncStatus.Phase.SYNCING;
    }

    /** The success that lies furthest back; nothing when an account has had none. */
    private static Optional<Instant> oldest(List<AccountHealth> accounts) {
        var successes = accounts.stream().flatMap(it -> it.status().lastSuccess().stream()).toList();
        return successes.size() < accounts.size()
                ? Optional.empty()
                : successes.stream().min(Comparator.naturalOrder());
    }
}
