package org.waxwing.domain.world;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.SignIn;
import org.waxwing.domain.identity.Person;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.BlobId;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.screening.Correspondence.Direction;
import org.waxwing.domain.sync.SyncStateStore.Copy;
import org.waxwing.domain.sync.SyncStatus.Past;
import org.waxwing.domain.sync.SyncStatus.Phase;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;

/** What an {@link InMemoryWorld} holds. */
final class Tables {
    record Message(AccountId account, Email email, Set<Keyword> keywords) {}

    record Source(AccountId account, BlobId blob) {}

    record Tie(AccountId account, MessageId name) {}

    record Place(MailboxId mailbox, UidValidity validity, Uid uid) {}

    record Note(AccountId account, String address, Direction direction, BlobId message) {}

    static final class Sync {
        final AccountId account;
        Phase phase = Phase.IDLE;
        long done;
        long total;
        long passes;
        Instant since;
        String holder = "";
        Instant heldUntil = Instant.EPOCH;
        boolean wanted;
        Past past = new Past.None();
        Instant nextAttempt;

        Sync(AccountId account, Instant since) {
            this.account = account;
            this.since = since;
            this.nextAttempt = since;
        }

        Sync copy() {
            var copy = new Sync(account, since);
            copy.phase = phase;
            copy.done = done;
            copy.total = total;
            copy.passes = passes;
            copy.holder = holder;
            copy.heldUntil = heldUntil;
            copy.wanted = wanted;
            copy.past = past;
            copy.nextAttempt = nextAttempt;
            return copy;
        }
    }

    final Map<PersonId, Person> people = new HashMap<>();
    final Map<AccountId, Account> accounts = new LinkedHashMap<>();
    final Map<AccountId, SignIn> signIns = new HashMap<>();
    final Map<AccountId, Instant> renewals = new HashMap<>();
    final Map<AccountId, Sync> syncs = new LinkedHashMap<>();
    final Map<MailboxId, Mailbox> mailboxes = new LinkedHashMap<>();
    final Map<EmailId, Message> messages = new LinkedHashMap<>();
    final Map<Source, EmailId> sources = new HashMap<>();
    final Map<Tie, ThreadId> ties = new HashMap<>();
    final Map<MailboxId, UidValidity> validities = new HashMap<>();
    final Map<Place, Copy> copies = new LinkedHashMap<>();
    final Set<Note> notes = new LinkedHashSet<>();

    Tables copy() {
        var copy = new Tables();
        copy.people.putAll(people);
        copy.accounts.putAll(accounts);
        copy.signIns.putAll(signIns);
        copy.renewals.putAll(renewals);
        syncs.forEach((account, sync) -> copy.syncs.put(account, sync.copy()));
        copy.mailboxes.putAll(mailboxes);
        copy.messages.putAll(messages);
        copy.sources.putAll(sources);
        copy.ties.putAll(ties);
        copy.validities.putAll(validities);
        copy.copies.putAll(copies);
        copy.notes.addAll(notes);
        return copy;
    }

    Account account(AccountId id) {
        var account = accounts.get(id);
        if (account == null) throw new IllegalStateException("No such account: " + id);
        return account;
    }

    List<Mailbox> mailboxesOf(AccountId account) {
        return mailboxes.values().stream().filter(it -> it.account().equals(account)).toList();
    }

    /** Which folders show each message. */
    Map<EmailId, Set<MailboxId>> folders() {
        var folders = new HashMap<EmailId, Set<MailboxId>>();
        copies.forEach((place, copy) -> folders
                .computeIfAbsent(copy.email(), id -> new LinkedHashSet<>())
                .add(place.mailbox()));
        return folders;
    }

    void remove(EmailId id) {
        var gone = messages.remove(id);
        if (gone != null) sources.remove(new Source(gone.account(), gone.email().source()));
    }
}
