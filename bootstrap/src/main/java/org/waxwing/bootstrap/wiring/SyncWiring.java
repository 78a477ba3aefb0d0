package org.waxwing.bootstrap.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.LiveUpdates;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.runtime.WatchedAccounts;
import org.waxwing.application.sync.RequestAllSyncs;
import org.waxwing.application.sync.RequestDueSyncs;
import org.waxwing.application.sync.RequestSync;
import org.waxwing.application.sync.SyncAccount;
import org.waxwing.application.sync.SyncMailbox;
import org.waxwing.application.sync.WatchAccounts;
import org.waxwing.bootstrap.settings.Settings;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.account.CredentialVault;
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
import org.waxwing.web.rest.cron.CronSecret;

/** Keeping our copy of every account current. */
@ApplicationScoped
public class SyncWiring {
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
    SyncAccount syncAccount(
            Transactions transactions,
            AccountStore accounts,
            CredentialVault vault,
            MailProvider provider,
            MailStore mail,
            SyncStatusStore statuses,
            SyncMailbox syncMailbox,
            LiveUpdates live,
            Ids ids,
            Clock clock,
            Settings settings) {
        return new SyncAccount(
                transactions, accounts, vault, provider, mail, statuses, syncMailbox, live, ids, clock,
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
            CredentialVault vault,
            MailProvider provider,
            RequestSync requestSync) {
        return new WatchAccounts(transactions, directory, accounts, vault, provider, requestSync);
    }
}
