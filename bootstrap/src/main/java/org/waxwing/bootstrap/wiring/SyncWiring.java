package org.waxwing.bootstrap.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.runtime.WatchedAccounts;
import org.waxwing.application.sync.OpenAccount;
import org.waxwing.application.sync.RequestDueSyncs;
import org.waxwing.application.sync.RequestSync;
import org.waxwing.application.sync.SyncAccount;
import org.waxwing.application.sync.SyncMailbox;
import org.waxwing.application.sync.WatchAccounts;
import org.waxwing.bootstrap.settings.Settings;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.account.CredentialVault;
import org.waxwing.domain.account.OAuthClient;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.mailbox.MailStore;
import org.waxwing.domain.mailbox.MessageParser;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.SyncStateStore;
import org.waxwing.domain.sync.SyncStatusStore;
import org.waxwing.mail.imap.ImapMailProvider;
import org.waxwing.mail.imap.ImapSettings;
import org.waxwing.mail.mime.MimeMessageParser;
import org.waxwing.persistence.jpa.JpaSyncStateStore;
import org.waxwing.persistence.jpa.JpaSyncStatusStore;

/** Keeping our copy of every account current. */
@ApplicationScoped
public class SyncWiring {
    private static final Duration A_MOMENT = Duration.ofMillis(200);

    @Produces
    @Singleton
    MailProvider provider(Settings settings) {
        return new ImapMailProvider(ImapSettings.usual(settings.allowPrivateHosts(), settings.acceptAnyCertificate()));
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
    SyncMailbox syncMailbox(
            Transactions transactions,
            MailStore mail,
            SyncStateStore states,
            SyncStatusStore statuses,
            BlobStore blobs,
            MessageParser parser,
            MailEvents events,
            LiveUpdates live,
            Ids ids,
            Clock clock) {
        return new SyncMailbox(transactions, mail, states, statuses, blobs, parser, events, live, ids, clock);
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
            SyncStatusStore statuses,
            SyncMailbox syncMailbox,
            LiveUpdates live,
            Ids ids,
            Clock clock,
            Settings settings) {
        return new SyncAccount(
                transactions, openAccount, provider, mail, statuses, syncMailbox, live, ids, clock,
                settings.nodeId());
    }

    @Produces
    @Singleton
    RequestSync requestSync(Transactions transactions, AccountStore accounts, MailEvents events) {
        return new RequestSync(transactions, accounts, events);
    }

    @Produces
    @Singleton
    RequestDueSyncs requestDueSyncs(
            Transactions transactions, WatchedAccounts accounts, MailEvents events, Clock clock) {
        return new RequestDueSyncs(transactions, accounts, events, clock);
    }

    @Produces
    @Singleton
    WatchAccounts watchAccounts(
            Transactions transactions,
            WatchedAccounts directory,
            OpenAccount openAccount,
            MailProvider provider,
            RequestSync requestSync) {
        return new WatchAccounts(transactions, directory, openAccount, provider, requestSync);
    }
}
