package org.waxwing.web.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waxwing.application.account.AccountHealth;
import org.waxwing.application.account.ListAccounts;
import org.waxwing.application.mailbox.ListMailboxes;
import org.waxwing.application.mailbox.NameMailboxes;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.MailboxRow;
import org.waxwing.domain.reading.Scope;

/** What surrounds every page: the person, their accounts and folders, and how synchronisation stands. */
@Named
@RequestScoped
public class Shell {
    @Inject
    CurrentUser user;

    @Inject
    ListAccounts listAccounts;

    @Inject
    ListMailboxes listMailboxes;

    @Inject
    NameMailboxes nameMailboxes;

    @Inject
    Words words;

    @Inject
    Viewer viewer;

    private @Nullable List<AccountHealth> accounts;
    private ListMailboxes.@Nullable Overview overview;
    private @Nullable List<MailboxRow> mailboxes;

    /** The name of whoever is signed in. */
    public String getUserName() {
        return user.person().name().onOneLine().value();
    }

    /** The address that the identity provider knows. */
    public String getUserAddress() {
        return user.person().email().address();
    }

    /** Their picture. */
    public Avatar getUserAvatar() {
        return Avatar.of(new EmailAddress(
                user.person().name(), user.person().email().address()));
    }

    /** Where they change password, second factor and profile. */
    public String getProfilePage() {
        return user.profilePage().toString();
    }

    /** What every form of ours adds. */
    public String getCsrfToken() {
        return user.csrfToken();
    }

    /** All accounts, oldest first. */
    public List<AccountHealth> getAccounts() {
        var known = accounts;
        if (known == null) accounts = known = listAccounts.list(user.person().id());
        return known;
    }

    /** Whether there is an account at all. */
    public boolean isConnected() {
        return !getAccounts().isEmpty();
    }

    /** The accounts with their state in words. */
    public List<Health> getHealth() {
        var times = getTimes();
        return getAccounts().stream().map(it -> Health.of(it, words.phrases(), times)).toList();
    }

    /** One sentence over all accounts. */
    public SyncState getSync() {
        return SyncState.of(getAccounts(), words.phrases(), getTimes());
    }

    /** Moments as this viewer reads them. */
    public Times getTimes() {
        return new Times(words.phrases(), viewer.getZone(), Instant.now());
    }

    /** The addresses of the accounts in the form that tells mailboxes apart. */
    public Set<String> getOwnAddresses() {
        var own = new HashSet<String>();
        getAccounts().forEach(it -> own.add(it.account().address().key()));
        return own;
    }

    /** Folders and unread counts. */
    public ListMailboxes.Overview getOverview() {
        var known = overview;
        if (known == null) overview = known = listMailboxes.list(user.person().id());
        return known;
    }

    /** The folders alone: counting what is unread takes longer than everything else of a conversation. */
    public List<MailboxRow> getMailboxes() {
        var counted = overview;
        if (counted != null) return counted.mailboxes();
        var known = mailboxes;
        if (known == null) mailboxes = known = nameMailboxes.list(user.person().id());
        return known;
    }

    /** How many conversations of a view, over all accounts, have something unread; 0 for views that are not counted. */
    public long unread(MailView view) {
        return getOverview().unread().getOrDefault(view, 0L);
    }

    /** The folder, if it is this person's. */
    public Optional<MailboxRow> mailbox(MailboxId id) {
        return getMailboxes().stream()
                .filter(row -> row.mailbox().id().equals(id))
                .findFirst();
    }

    /** The account, if it is this person's. */
    public Optional<AccountHealth> account(AccountId id) {
        return getAccounts().stream().filter(it -> it.account().id().equals(id)).findFirst();
    }

    /** Whether a list of this person has that address. */
    public boolean knows(Scope scope) {
        return switch (scope) {
            case Scope.AllAccounts(var view) -> true;
            case Scope.OneAccount(var id, var view) -> account(id).isPresent();
            case Scope.OneMailbox(var id) -> mailbox(id).isPresent();
        };
    }

    /** Whether what lies there was written here, so that its rows name whom it goes to. */
    public boolean isOutgoing(Scope scope) {
        return switch (scope) {
            case Scope.AllAccounts(var view) -> view == MailView.SENT || view == MailView.DRAFTS;
            case Scope.OneAccount(var id, var view) -> view == MailView.SENT || view == MailView.DRAFTS;
            case Scope.OneMailbox(var id) -> mailbox(id)
                    .map(row -> row.mailbox().role())
                    .filter(role -> role == MailboxRole.SENT || role == MailboxRole.DRAFTS)
                    .isPresent();
        };
    }
}
