package org.waxwing.application.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.sync.SyncPoint;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

/** One comparison of an account with its server, by the holder of its claim; belongs to one thread. */
final class Pass {
    private record Folder(MailboxId mailbox, UidValidity validity) {}

    private final PersonId owner;
    private final AccountId account;
    private final String holder;
    private final boolean full;
    private final Map<Folder, Set<Uid>> askedFor = new HashMap<>();
    private final Map<MailboxId, Integer> outstanding = new HashMap<>();
    private final Map<MailboxId, Long> seen = new HashMap<>();
    private final Map<MailboxId, SyncPoint> points = new HashMap<>();
    private final List<MailboxId> unchanged = new ArrayList<>();
    private final Map<MailboxId, Long> undelivered = new HashMap<>();
    private final Map<MailboxId, Set<Uid>> repaired = new HashMap<>();
    // written by the thread that stores, read by the one that fetches
    private volatile Instant claimedAt;
    private long done;
    private boolean carried;

    /** @param full whether every message is compared, not just what happened since */
    Pass(PersonId owner, AccountId account, String holder, boolean full, Instant claimedAt) {
        this.owner = owner;
        this.account = account;
        this.holder = holder;
        this.full = full;
        this.claimedAt = claimedAt;
    }

    PersonId owner() {
        return owner;
    }

    AccountId account() {
        return account;
    }

    String holder() {
        return holder;
    }

    boolean isFull() {
        return full;
    }

    /** The folders that were left alone because they certainly did not change. */
    List<MailboxId> unchanged() {
        return List.copyOf(unchanged);
    }

    void leaves(MailboxId mailbox) {
        unchanged.add(mailbox);
    }

    /** Begins to look at what the folders hold. */
    void looksAtFolders() {
        carried = false;
    }

    /** Has something done at the server. */
    void carries() {
        carried = true;
    }

    /** Whether something was done at the server since it began to look at the folders. */
    boolean hasCarriedMeanwhile() {
        return carried;
    }

    /** When the claim was last renewed. */
    Instant claimedAt() {
        return claimedAt;
    }

    void claimed(Instant now) {
        claimedAt = now;
    }

    /** Messages of this pass that are dealt with. */
    long done() {
        return done;
    }

    /** Messages that this pass has to deal with, as far as it knows. */
    long total() {
        return done + outstanding.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** How many messages differed that should not have. */
    long repaired() {
        return repaired.values().stream().mapToLong(Set::size).sum();
    }

    void repairs(MailboxId mailbox, Set<Uid> messages) {
        repaired.computeIfAbsent(mailbox, id -> new HashSet<>()).addAll(messages);
    }

    /** Where a folder stood when our copy was last equal to it. */
    Optional<SyncPoint> point(MailboxId mailbox) {
        return Optional.ofNullable(points.get(mailbox));
    }

    void points(Map<MailboxId, SyncPoint> all) {
        points.putAll(all);
    }

    void reached(MailboxId mailbox, SyncPoint point) {
        points.put(mailbox, point);
    }

    /** Those of {@code uids} that this pass has not asked the server for yet: nothing is asked for twice in a pass. */
    List<Uid> notAskedFor(MailboxId mailbox, UidValidity validity, List<Uid> uids) {
        var asked = askedFor.getOrDefault(new Folder(mailbox, validity), Set.of());
        return asked.isEmpty() ? uids : uids.stream().filter(uid -> !asked.contains(uid)).toList();
    }

    /** All messages that the folders of the account hold, as far as this pass has seen them. */
    long seen() {
        return seen.values().stream().mapToLong(Long::longValue).sum();
    }

    void sees(MailboxId mailbox, long messages) {
        seen.put(mailbox, messages);
    }

    void expects(MailboxId mailbox, int messages) {
        outstanding.put(mailbox, messages);
    }

    void dealtWith(MailboxId mailbox, UidValidity validity, List<Uid> uids) {
        askedFor.computeIfAbsent(new Folder(mailbox, validity), folder -> new HashSet<>()).addAll(uids);
        outstanding.computeIfPresent(mailbox, (id, left) -> Math.max(0, left - uids.size()));
        done += uids.size();
    }

    /** Messages of a folder that the server did not deliver in this pass. */
    long undelivered(MailboxId mailbox) {
        return undelivered.getOrDefault(mailbox, 0L);
    }

    void notDelivered(MailboxId mailbox, Set<Uid> messages) {
        undelivered.merge(mailbox, (long) messages.size(), Long::sum);
        // what does not come is missing still
        repaired.getOrDefault(mailbox, new HashSet<>()).removeAll(messages);
    }

    /** Another pass took over, or the account is gone or paused: this one must not write any more. */
    static final class Superseded extends RuntimeException {
        Superseded(AccountId account) {
            super("Lost the claim on account " + account);
        }
    }
}
