package org.waxwing.web.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.waxwing.application.account.AccountHealth;
import org.waxwing.application.account.ListAccounts;
import org.waxwing.application.mailbox.CountViews;
import org.waxwing.application.mailbox.ListLabels;
import org.waxwing.application.mailbox.ListMailboxes;
import org.waxwing.application.mailbox.NameMailboxes;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.runtime.LivePositions;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.AccountLabel;
import org.waxwing.domain.reading.MailReader;
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
    ListLabels listLabels;

    @Inject
    CountViews countViews;

    @Inject
    NameMailboxes nameMailboxes;

    @Inject
    LivePositions positions;

    @Inject
    Words words;

    @Inject
    Viewer viewer;

    private @Nullable String position;
    private @Nullable List<AccountHealth> accounts;
    private ListMailboxes.@Nullable Overview overview;
    private @Nullable List<AccountLabel> labels;
    private final Map<AccountId, CountViews.Counts> counted = new HashMap<>();
    private @Nullable List<MailboxRow> mailboxes;

    /** Notes where the events stand, before anything is read that they may change. */
    public void stand() {
        position = positions.position(user.person().id());
    }

    /** Where the events stood before the page was made; nothing for pages that read nothing which events change. */
    public @Nullable String getPosition() {
        return position;
    }

    /** The name of whoever is signed in. */
    public String getUserName() {
        return user.person().name().onOneLine().value();
    }

    /** The address that the identity provider knows. */
    public String getUserAddress() {
        return user.person().email().address();
    }

    /** Whether they look after Waxwing for everybody. */
    public boolean isAdministrator() {
        return user.isAdministrator();
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

    /** How many conversations of a list have something unread. */
    public long unread(Scope scope) {
        return switch (scope) {
            case Scope.AllAccounts(var view) -> unread(view);
            // what is over one account is rarely looked at, and not counted with everything else
            case Scope.OneAccount(var id, var view) -> counts(id).unread().getOrDefault(view, 0L);
            case Scope.OneMailbox(var id) -> mailbox(id).map(MailboxRow::unread).orElse(0L);
            case Scope.AllLabelled(var label) -> labels(label).mapToLong(AccountLabel::unread).sum();
            case Scope.OneLabelled(var id, var label) -> labels(label)
                    .filter(it -> it.account().equals(id))
                    .mapToLong(AccountLabel::unread)
                    .sum();
        };
    }

    /** The labels of all accounts. */
    public List<AccountLabel> getLabels() {
        var known = labels;
        if (known == null) labels = known = listLabels.list(user.person().id());
        return known;
    }

    /** How many conversations carry a label. */
    public long labelled(Keyword label) {
        return labels(label).mapToLong(AccountLabel::total).sum();
    }

    /** How many conversations of an account carry a label. */
    public long labelled(AccountId account, Keyword label) {
        return labels(label)
                .filter(it -> it.account().equals(account))
                .mapToLong(AccountLabel::total)
                .sum();
    }

    private Stream<AccountLabel> labels(Keyword label) {
        return getLabels().stream().filter(it -> it.label().equals(label));
    }

    /** How many messages the folders of an account, or of all when there is none, hold that have this purpose. */
    public long waiting(Optional<AccountId> account, MailboxRole role) {
        return getOverview().mailboxes().stream()
                .filter(it -> it.mailbox().role() == role)
                .filter(it -> account.isEmpty() || it.mailbox().account().equals(account.get()))
                .mapToLong(MailboxRow::total)
                .sum();
    }

    /** How many conversations lie in the list of a view of what was put away. */
    public long putAway(Scope scope) {
        return switch (scope) {
            case Scope.AllAccounts(var view) -> total(getOverview().putAway(), view);
            case Scope.OneAccount(var id, var view) -> total(counts(id).putAway(), view);
            case Scope.OneMailbox(var id) -> 0;
            case Scope.AllLabelled(var label) -> 0;
            case Scope.OneLabelled(var id, var label) -> 0;
        };
    }

    private static long total(Map<MailView, MailReader.PutAway> putAway, MailView view) {
        return putAway.getOrDefault(view, MailReader.PutAway.NOTHING).total();
    }

    private CountViews.Counts counts(AccountId account) {
        return counted.computeIfAbsent(account, id -> countViews.count(user.person().id(), id));
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
            // a label is there as soon as something carries it: its list may be empty for a moment
            case Scope.AllLabelled(var label) -> true;
            case Scope.OneLabelled(var id, var label) -> account(id).isPresent();
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
            case Scope.AllLabelled(var label) -> false;
            case Scope.OneLabelled(var id, var label) -> false;
        };
    }
}
