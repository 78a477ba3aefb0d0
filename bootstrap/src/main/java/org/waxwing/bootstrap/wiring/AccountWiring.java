package org.waxwing.bootstrap.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import org.waxwing.application.account.AddAccount;
import org.waxwing.application.account.CleanUpAccount;
import org.waxwing.application.account.DiscoverSettings;
import org.waxwing.application.account.ListAccounts;
import org.waxwing.application.account.AskForConsent;
import org.waxwing.application.account.ConnectByConsent;
import org.waxwing.application.account.ListProviders;
import org.waxwing.application.account.LookAtSignIn;
import org.waxwing.application.account.ReconnectAccount;
import org.waxwing.application.account.RenameAccount;
import org.waxwing.application.account.RemoveAccount;
import org.waxwing.application.runtime.AttemptLimit;
import org.waxwing.application.runtime.Ids;
import org.waxwing.application.runtime.MailEvents;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.application.sync.WatchAccounts;
import org.waxwing.bootstrap.settings.Settings;
import org.waxwing.domain.account.AccountStore;
import org.waxwing.domain.account.CredentialVault;
import org.waxwing.domain.account.OAuthClient;
import org.waxwing.domain.account.SettingsDiscovery;
import org.waxwing.domain.mailbox.BlobStore;
import org.waxwing.domain.sync.MailProvider;
import org.waxwing.domain.sync.SyncStatusStore;
import org.waxwing.mail.discovery.NetworkSettingsDiscovery;
import org.waxwing.oauth.http.HttpOAuthClient;
import org.waxwing.persistence.jpa.JpaAccountStore;
import org.waxwing.persistence.jpa.JpaCredentialVault;
import org.waxwing.web.faces.account.Callback;

/** Connecting and disconnecting accounts. */
@ApplicationScoped
public class AccountWiring {
    private static final Duration PATIENCE_WITH_PROVIDERS = Duration.ofSeconds(15);

    @Produces
    @Singleton
    AccountStore accounts(EntityManager database) {
        return new JpaAccountStore(database);
    }

    @Produces
    @Singleton
    CredentialVault vault(EntityManager database, Settings settings) {
        return new JpaCredentialVault(database, settings.credentialKey());
    }

    @Produces
    @Singleton
    SettingsDiscovery discovery(Settings settings) {
        return new NetworkSettingsDiscovery(settings.knownDomains(), settings.allowPrivateHosts());
    }

    @Produces
    @Singleton
    DiscoverSettings discoverSettings(SettingsDiscovery discovery, AttemptLimit limit) {
        return new DiscoverSettings(discovery, limit);
    }

    @Produces
    @Singleton
    AddAccount addAccount(
            Transactions transactions,
            AccountStore accounts,
            CredentialVault vault,
            MailProvider provider,
            MailEvents events,
            AttemptLimit limit,
            Ids ids,
            Clock clock) {
        return new AddAccount(transactions, accounts, vault, provider, events, limit, ids, clock);
    }

    @Produces
    @Singleton
    ReconnectAccount reconnectAccount(
            Transactions transactions,
            AccountStore accounts,
            CredentialVault vault,
            SyncStatusStore statuses,
            MailProvider provider,
            MailEvents events,
            AttemptLimit limit,
            Clock clock) {
        return new ReconnectAccount(transactions, accounts, vault, statuses, provider, events, limit, clock);
    }

    @Produces
    @Singleton
    RenameAccount renameAccount(Transactions transactions, AccountStore accounts) {
        return new RenameAccount(transactions, accounts);
    }

    @Produces
    @Singleton
    LookAtSignIn lookAtSignIn(Transactions transactions, AccountStore accounts, CredentialVault vault) {
        return new LookAtSignIn(transactions, accounts, vault);
    }

    @Produces
    @Singleton
    OAuthClient oauth(Settings settings, Clock clock) {
        return new HttpOAuthClient(settings.mailProviders(), clock, PATIENCE_WITH_PROVIDERS);
    }

    @Produces
    @Singleton
    ListProviders listProviders(OAuthClient oauth) {
        return new ListProviders(oauth);
    }

    @Produces
    @Singleton
    AskForConsent askForConsent(OAuthClient oauth) {
        return new AskForConsent(oauth);
    }

    @Produces
    @Singleton
    ConnectByConsent connectByConsent(
            OAuthClient oauth, AddAccount addAccount, ReconnectAccount reconnectAccount, AttemptLimit limit) {
        return new ConnectByConsent(oauth, addAccount, reconnectAccount, limit);
    }

    @Produces
    @Singleton
    Callback callback(Settings settings) {
        return Callback.of(settings.publicUrl());
    }

    @Produces
    @Singleton
    RemoveAccount removeAccount(Transactions transactions, AccountStore accounts, MailEvents events) {
        return new RemoveAccount(transactions, accounts, events);
    }

    @Produces
    @Singleton
    CleanUpAccount cleanUpAccount(BlobStore blobs) {
        return new CleanUpAccount(blobs);
    }

    @Produces
    @Singleton
    ListAccounts listAccounts(
            Transactions transactions, AccountStore accounts, SyncStatusStore statuses, WatchAccounts watches) {
        return new ListAccounts(transactions, accounts, statuses, watches);
    }
}
