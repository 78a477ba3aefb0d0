package org.waxwing.application.sync;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

/** One comparison of an account with its server, by the holder of its claim; belongs to one thread. */
final class Pass {
    private record Folder(MailboxId mailbox, UidValidity validity) {}

    private final PersonId owner;
    private final AccountId account;
    private final String holder;
    private final Map<Folder, Set<Uid>> askedFor = new HashMap<>();
    private final Map<MailboxId, Integer> outstanding = new HashMap<>();
    private final Map<MailboxId, Integer> seen = new HashMap<>();
    private Instant claimedAt;
    private long done;

    Pass(PersonId owner, AccountId account, String holder, Instant claimedAt) {
        this.owner = owner;
        this.account = account;
        this.holder = holder;
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

    /** Those of {@code uids} that this pass has not asked the server for yet: nothing is asked for twice in a pass. */
    List<Uid> notAskedFor(MailboxId mailbox, UidValidity validity, List<Uid> uids) {
        var asked = askedFor.getOrDefault(new Folder(mailbox, validity), Set.of());
        return uids.stream().filter(uid -> !asked.contains(uid)).toList();
    }

    /** All messages that the folders of the account hold, as far as this pass has seen them. */
    long seen() {
        return seen.values().stream().mapToLong(Integer::longValue).sum();
    }

    void sees(MailboxId mailbox, int messages) {
        seen.put(mailbox, messages);
    }

    void expects(MailboxId mailbox, int messages) {
        outstanding.put(mailbox, messages);
    }

    void dealtWith(MailboxId mailbox, UidValidity validity, List<Uid> uids) {
        askedFor.computeIfAbsent(new Folder(mailbox, validity), folder -> new HashSet<>()).addAll(uids);
        outstanding.merge(mailbox, -uids.size(), Integer::sum);
        done += uids.size();
    }

    /** Another pass took over, or the account is gone: this one must not write any more. */
    static final class Superseded extends RuntimeException {
        Superseded(AccountId account) {
            super("Lost the claim on account " + account);
        }
    }
}
