package org.waxwing.bootstrap.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.waxwing.application.change.CarryOutChanges;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.runtime.WatchedAccounts;
import org.waxwing.application.sorting.SortArrivals;
import org.waxwing.application.sync.Arrivals;
import org.waxwing.application.sync.Claims;
import org.waxwing.application.sync.OpenAccount;
import org.waxwing.application.sync.PauseSync;
import org.waxwing.application.sync.Recall;
import org.waxwing.application.sync.RequestAllSyncs;
import org.waxwing.application.sync.RequestDueSyncs;
import org.waxwing.application.sync.RequestSync;
import org.waxwing.application.sync.ResyncAccount;
import org.waxwing.application.sync.SameFolder;
import org.waxwing.application.sync.ShowSync;
import org.waxwing.application.sync.SyncAccount;
import org.waxwing.application.sync.SyncFolders;
import org.waxwing.application.sync.SyncMailbox;
import org.waxwing.application.sync.WatchAccounts;
import org.waxwing.bootstrap.settings.Settings;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.account.CredentialVault;
import org.waxwing.domain.account.OAuthClient;
import org.waxwing.domain.change.ChangeQueue;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.MessageParser;
import org.waxwing.domain.sync.FolderStateStore;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.SyncStateStore;
import org.waxwing.domain.sync.SyncStatusStore;
import org.waxwing.domain.triage.Standings;
import org.waxwing.mail.imap.ImapMailProvider;
import org.waxwing.mail.imap.ImapSettings;
import org.waxwing.mail.imap.WarmSessions;
import org.waxwing.mail.mime.MimeMessageParser;
import org.waxwing.persistence.jpa.JpaFolderStateStore;
import org.waxwing.persistence.jpa.JpaSyncStateStore;
import org.waxwing.persistence.jpa.JpaSyncStatusStore;
import org.waxwing.web.rest.cron.CronSecret;

/** Keeping our copy of every account current. */
@ApplicationScoped
public class SyncWiring {
    private static final int WATCHES_BEGUN_AT_ONCE = 16;
    // a burst of mail and of clicks; servers allow half an hour (RFC 9051 §5.4)
    private static final Duration KEPT_WARM = Duration.ofSeconds(45);

    @Resource
    private ManagedExecutorService managed;
    private static final Duration A_MOMENT = Duration.ofMillis(200);

    @Produces
    @Singleton
    MailProvider provider(Settings settings) {
        var imap = ImapSettings.usual(settings.allowPrivateHosts(), settings.acceptAnyCertificate());
        return new WarmSessions(new ImapMailProvider(imap), KEPT_WARM);
    }

    void signOut(@Disposes MailProvider provider) {
        if (provider instanceof WarmSessions warm) warm.close();
    }

    @Produces
    @Singleton
    MessageParser parser() {
        return new MimeMessageParser();
    }

    @Produces
    @Singleton
    SyncStateStore states(EntityManager database) {
        return new JpaSyncStateStore(database);
    }

    @Produces
    @Singleton
    SyncStatusStore statuses(EntityManager database) {
        return new JpaSyncStatusStore(database);
    }

    @Produces
    @Singleton
    FolderStateStore folderStates(EntityManager database) {
        return new JpaFolderStateStore(database);
    }

    @Produces
    @Singleton
    Claims claims(Transactions transactions, SyncStatusStore statuses, LiveUpdates live, Clock clock) {
        return new Claims(transactions, statuses, live, clock);
    }

    @Produces
    @Singleton
    Arrivals arrivals(
            Transactions transactions,
            MailStore mail,
            SyncStateStore states,
            BlobStore blobs,
            MessageParser parser,
            MailEvents events,
            Ids ids,
            Claims claims,
            Standings standings,
            SortArrivals sortArrivals,
            Clock clock) {
        return new Arrivals(transactions, mail, states, blobs, parser, events, ids, claims,
                new Recall(standings, clock), sortArrivals);
    }

    @Produces
    @Singleton
    SyncMailbox syncMailbox(
            Transactions transactions,
            MailStore mail,
            SyncStateStore states,
            FolderStateStore folders,
            SyncStatusStore statuses,
            BlobStore blobs,
            Arrivals arrivals,
            Claims claims,
            Clock clock) {
        return new SyncMailbox(
                transactions, mail, states, folders, statuses, blobs, arrivals, claims, managed, clock);
    }

    @Produces
    @Singleton
    SyncFolders syncFolders(
            Transactions transactions, MailStore mail, SyncStateStore states, BlobStore blobs, Claims claims, Ids ids) {
        return new SyncFolders(
                transactions, mail, new SameFolder(transactions, mail, states, blobs), claims, ids);
    }

    @Produces
    @Singleton
    OpenAccount openAccount(
            Transactions transactions, AccountStore accounts, CredentialVault vault, OAuthClient oauth, Clock clock) {
        return new OpenAccount(
                transactions, accounts, vault, oauth, clock, () -> LockSupport.parkNanos(A_MOMENT.toNanos()));
    }

    @Produces
    @Singleton
    SyncAccount syncAccount(
            Transactions transactions,
            OpenAccount openAccount,
            MailProvider provider,
            MailStore mail,
            FolderStateStore folders,
            SyncStatusStore statuses,
            ChangeQueue queue,
            CarryOutChanges carryOutChanges,
            SyncFolders syncFolders,
            SyncMailbox syncMailbox,
            Claims claims,
            LiveUpdates live,
            MailEvents events,
            Ids ids,
            Clock clock,
            Settings settings) {
        return new SyncAccount(
                transactions, openAccount, provider, mail, folders, statuses, queue, carryOutChanges, syncFolders,
                syncMailbox, claims, live, events, ids, clock, settings.nodeId());
    }

    @Produces
    @Singleton
    RequestSync requestSync(
            Transactions transactions, AccountStore accounts, SyncStatusStore statuses, MailEvents events) {
        return new RequestSync(transactions, accounts, statuses, events);
    }

    @Produces
    @Singleton
    PauseSync pauseSync(
            Transactions transactions,
            AccountStore accounts,
            SyncStatusStore statuses,
            MailEvents events,
            LiveUpdates live,
            Clock clock) {
        return new PauseSync(transactions, accounts, statuses, events, live, clock);
    }

    @Produces
    @Singleton
    ResyncAccount resyncAccount(
            Transactions transactions, AccountStore accounts, FolderStateStore folders, MailEvents events) {
        return new ResyncAccount(transactions, accounts, folders, events);
    }

    @Produces
    @Singleton
    ShowSync showSync(
            Transactions transactions,
            AccountStore accounts,
            SyncStatusStore statuses,
            FolderStateStore folders,
            ChangeQueue queue,
            WatchAccounts watches) {
        return new ShowSync(transactions, accounts, statuses, folders, queue, watches);
    }

    @Produces
    @Singleton
    RequestDueSyncs requestDueSyncs(
            Transactions transactions, WatchedAccounts accounts, MailEvents events, Clock clock) {
        return new RequestDueSyncs(transactions, accounts, events, clock);
    }

    @Produces
    @Singleton
    RequestAllSyncs requestAllSyncs(
            Transactions transactions, WatchedAccounts accounts, MailEvents events, Clock clock) {
        return new RequestAllSyncs(transactions, accounts, events, clock);
    }

    @Produces
    @Singleton
    CronSecret cronSecret(Settings settings) {
        return settings.cronSecret();
    }

    @Produces
    @Singleton
    WatchAccounts watchAccounts(
            Transactions transactions,
            WatchedAccounts directory,
            AccountStore accounts,
            OpenAccount openAccount,
            MailProvider provider,
            MailEvents events) {
        return new WatchAccounts(
                transactions, directory, accounts, openAccount, provider, events, watchers());
    }

    /** A virtual thread each, and only a few servers at once. */
    private static Executor watchers() {
        var atOnce = new Semaphore(WATCHES_BEGUN_AT_ONCE);
        return task -> Thread.ofVirtual().name("watch-begin").start(() -> {
            atOnce.acquireUninterruptibly();
            try {
                task.run();
            } finally {
                atOnce.release();
            }
        });
    }
}
