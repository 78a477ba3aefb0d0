package org.waxwing.domain.world;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.waxwing.domain.account.Account;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.account.ConnectionSecurity;
import org.waxwing.domain.account.CredentialVault;
import org.waxwing.domain.account.ServerEndpoint;
import org.waxwing.domain.change.ActionLog;
import org.waxwing.domain.change.ChangeQueue;
import org.waxwing.domain.change.ChangeScope;
import org.waxwing.domain.change.FolderQueue;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.history.MailHistory;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.identity.PersonStore;
import org.waxwing.domain.jobs.JobStore;
import org.waxwing.domain.learning.HabitStore;
import org.waxwing.domain.images.ImageTrust;
import org.waxwing.domain.mailbox.Email;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.mailbox.TestimonyStore;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.mailbox.Threading;
import org.waxwing.domain.preferences.PreferenceStore;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.domain.screening.DecisionStore;
import org.waxwing.domain.screening.Doorstep;
import org.waxwing.domain.screening.SenderBook;
import org.waxwing.domain.search.EmailIndex;
import org.waxwing.domain.sorting.SortingStore;

import org.waxwing.domain.sync.FolderStateStore;
import org.waxwing.domain.sync.MailboxSnapshot;
import org.waxwing.domain.sync.RemoteIds;
import org.waxwing.domain.sync.SyncStateStore;
import org.waxwing.domain.sync.SyncStatusStore;
import org.waxwing.domain.sync.Uid;
import org.waxwing.domain.sync.UidValidity;
import org.waxwing.domain.triage.Standings;

/**
 * All stores over one set of data, as the contracts see them. Every test makes people of its own here, so a world may
 * hold what other tests left.
 */
public interface World {
    /** The validity under which {@link #deliver} places messages. */
    UidValidity VALIDITY = new UidValidity(1);

    /** Does {@code work} in one transaction of {@code person}, rolled back when it throws. */
    <T> T as(PersonId person, Supplier<T> work);

    PersonStore people();

    PreferenceStore preferences();

    AccountStore accounts();

    CredentialVault vault();

    MailStore mail();

    SyncStateStore states();

    SyncStatusStore statuses();

    MailReader reader();

    SenderBook book();

    TestimonyStore testimonies();

    ImageTrust imageTrust();

    SortingStore sorting();

    DecisionStore decisions();

    MailHistory history();

    Doorstep doorstep();

    JobStore jobs();

    HabitStore habits();

    EmailIndex index();

    ChangeQueue changes();

    FolderQueue folderQueue();

    ActionLog actions();

    ChangeScope scope();

    FolderStateStore folders();

    Standings standings();

    /** As {@link #as}, without a result. */
    default void run(PersonId person, Runnable work) {
        Supplier<Boolean> quiet = () -> {
            work.run();
            return true;
        };
        as(person, quiet);
    }

    /** As {@link #run} for work that must have no effect; whether it is refused or does nothing is the store's choice. */
    default void attempt(PersonId person, Runnable work) {
        try {
            run(person, work);
        } catch (RuntimeException refused) {
            // rolled back: the caller looks whether anything changed
        }
    }

    /** A new person, stored. */
    default PersonId somebody() {
        var id = new PersonId(UUID.randomUUID());
        run(id, () -> people().keep(id, new UntrustedText("Ada"), EmailAddress.of("ada@example.org")));
        return id;
    }

    /** A new account of {@code owner}, stored. */
    default Account accountOf(PersonId owner) {
        var account = anAccount(owner, Instant.now().truncatedTo(ChronoUnit.MICROS));
        run(owner, () -> accounts().add(account));
        return account;
    }

    /** A valid account that is stored nowhere. */
    static Account anAccount(PersonId owner, Instant addedAt) {
        var id = UUID.randomUUID();
        return new Account(
                new AccountId(id),
                owner,
                EmailAddress.of("ada+" + id + "@example.org"),
                "Work",
                new ServerEndpoint("imap.example.org", 993, ConnectionSecurity.TLS),
                new ServerEndpoint("smtp.example.org", 465, ConnectionSecurity.TLS),
                addedAt);
    }

    /** A new folder beside those that the account has, stored. */
    default Mailbox folder(Account account, MailboxRole role, String path) {
        var folder = new Mailbox(new MailboxId(UUID.randomUUID()), account.id(), path, '/', role, true);
        run(account.owner(), () -> {
            var present = new ArrayList<>(mail().mailboxes(account.id()));
            present.add(folder);
            mail().keepMailboxes(account.id(), present);
        });
        return folder;
    }

    /** A new inbox of the account, stored. */
    default Mailbox inbox(Account account) {
        return folder(account, MailboxRole.INBOX, "INBOX");
    }

    /** A message that arrived in a folder, with the next UID there. */
    default Email deliver(Account account, Mailbox folder, EmailBuilder email) {
        return deliverAll(account, folder, email).getFirst();
    }

    /**
     * Messages that arrived in a folder together, with the next UIDs there, in one transaction.
     *
     * @return what was stored, in the order given
     */
    default List<Email> deliverAll(Account account, Mailbox folder, EmailBuilder... emails) {
        return as(account.owner(), () -> {
            var seekers = Arrays.stream(emails).map(it -> Threading.Seeker.of(it.headers())).toList();
            var joined = Threading.join(seekers, known(account, seekers), () -> new ThreadId(UUID.randomUUID()));
            long last = last(folder);
            var newcomers = new ArrayList<SyncStateStore.Newcomer>();
            for (int i = 0; i < emails.length; i++)
                newcomers.add(new SyncStateStore.Newcomer(
                        new Uid(last + 1 + i), emails[i].marks(), emails[i].in(joined.threadOf().get(i)).build(),
                        RemoteIds.NONE, emails[i].filing()));
            states().arrive(account.id(), folder.id(), VALIDITY, newcomers, joined);
            return newcomers.stream().map(SyncStateStore.Newcomer::email).toList();
        });
    }

    private Threading.Known known(Account account, List<Threading.Seeker> seekers) {
        var ties = seekers.stream().flatMap(it -> Threading.ties(it).stream()).collect(Collectors.toSet());
        return new Threading.Known(
                mail().threadsOf(account.id(), ties),
                mail().threadsLike(account.id(), Threading.asksForAlike(seekers)));
    }

    /** A stored message that another folder shows, too, under the next UID there. */
    default Uid show(Account account, Mailbox folder, EmailId email, Keyword... marks) {
        return as(account.owner(), () -> {
            var uid = place(folder, email, Set.of(marks));
            mail().settle(folder.account(), Set.of(email));
            return uid;
        });
    }

    /** A folder that lost everything. */
    default void empty(Account account, Mailbox folder) {
        run(account.owner(), () -> {
            var uids = states().snapshot(folder.account(), folder.id()).orElseThrow().messages().keySet();
            var touched = states().remove(folder.account(), folder.id(), VALIDITY, uids);
            mail().settle(folder.account(), touched);
        });
    }

    private Uid place(Mailbox folder, EmailId email, Set<Keyword> marks) {
        var uid = new Uid(last(folder) + 1);
        states().place(folder.account(), folder.id(), VALIDITY, Map.of(uid, new SyncStateStore.Copy(email, marks)));
        return uid;
    }

    /** The highest UID of a folder; one never synchronised is from now on. */
    private long last(Mailbox folder) {
        var snapshot = states().snapshot(folder.account(), folder.id());
        if (snapshot.isEmpty()) states().adopt(folder.account(), folder.id(), VALIDITY);
        return snapshot.map(MailboxSnapshot::messages)
                .flatMap(messages -> messages.keySet().stream().max(Uid::compareTo))
                .map(Uid::value)
                .orElse(0L);
    }
}
