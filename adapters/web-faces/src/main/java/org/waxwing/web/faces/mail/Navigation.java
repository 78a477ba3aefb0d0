package org.waxwing.web.faces.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.application.account.AccountHealth;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.MailboxRow;
import org.waxwing.domain.reading.Scope;
import org.waxwing.web.faces.Shell;
import org.waxwing.web.faces.Words;

/** The lists that a person can go to: views, folders and accounts. */
@Named
@RequestScoped
public class Navigation {
    private static final int DEEPEST = 4;

    @Inject
    Shell shell;

    @Inject
    Words words;

    @Inject
    Asked asked;

    /**
     * One list to go to.
     *
     * @param mailbox the id of a folder; empty for a view
     * @param query the address of the list, as a query string
     * @param icon names a picture of the sprite
     * @param count what waits there; 0 is not shown
     * @param depth how far a folder is indented, 0 to 4
     * @param open false for a name that only holds other folders
     */
    public record Entry(
            String mailbox,
            String query,
            String icon,
            String label,
            long count,
            boolean current,
            int depth,
            boolean open) {
        /** Where it leads. */
        public String href() {
            return "inbox.xhtml?" + query;
        }
    }

    /** The folders of one account; there may be none. */
    public record Folders(String account, String heading, List<Entry> entries) {
        public Folders {
            entries = List.copyOf(entries);
        }
    }

    /** What comes in. */
    public List<Entry> getIncoming() {
        return List.of(
                view(MailView.IMBOX, "inbox", "view.imbox"),
                view(MailView.LATER, "later", "view.later"),
                view(MailView.SET_ASIDE, "aside", "view.set-aside"),
                view(MailView.SNOOZED, "snooze", "view.snoozed"),
                view(MailView.STARRED, "star", "view.starred"));
    }

    /** What was written here. */
    public List<Entry> getOutgoing() {
        return List.of(
                view(MailView.DRAFTS, "draft", "view.drafts"), view(MailView.SENT, "send", "view.sent"));
    }

    /** What was put away. */
    public List<Entry> getKept() {
        return List.of(
                view(MailView.ARCHIVE, "archive", "view.archive"),
                view(MailView.SPAM, "spam", "view.spam"),
                view(MailView.TRASH, "trash", "view.trash"),
                view(MailView.ALL, "all", "view.all"));
    }

    /** The few that fit under a thumb. */
    public List<Entry> getTabs() {
        return Stream.of(
                view(MailView.IMBOX, "inbox", "view.imbox"), view(MailView.LATER, "later", "view.later"),
                view(MailView.SENT, "send", "view.sent"), view(MailView.ALL, "all", "view.all")).toList();
    }

    /** Folders without a special purpose, by account. */
    public List<Folders> getFolders() {
        boolean several = shell.getAccounts().size() > 1;
        return shell.getAccounts().stream()
                .map(it -> new Folders(
                        it.account().id().toString(),
                        several ? it.account().displayName() : words.of("nav.folders"), folders(it.account().id())))
                .toList();
    }

    /** Whether there is more than one account to choose from. */
    public boolean isChoiceOfAccounts() {
        return shell.getAccounts().size() > 1;
    }

    /** The list over all accounts that corresponds to the one that is shown. */
    public Entry getAllAccounts() {
        return new Entry("", "view=imbox", "all", words.of("nav.all-accounts"), 0, false, 0, true);
    }

    /** The Imbox of an account. */
    public Entry account(String id) {
        var query = Places.query(new Scope.OneAccount(AccountId.of(id), MailView.IMBOX));
        return new Entry("", query, "inbox", "", 0, isChosen(id), 0, true);
    }

    private boolean isChosen(String account) {
        return asked.isList()
                && chosen().filter(it -> it.toString().equals(account)).isPresent();
    }

    private Entry view(MailView view, String icon, String label) {
        var chosen = chosen();
        Scope scope = chosen.<Scope>map(id -> new Scope.OneAccount(id, view)).orElse(new Scope.AllAccounts(view));
        long count = chosen.isPresent() ? 0 : shell.waiting(view);
        return new Entry("", Places.query(scope), icon, words.of(label), count, isCurrent(scope), 0, true);
    }

    private List<Entry> folders(AccountId account) {
        return shell.getOverview().mailboxes().stream()
                .filter(row -> row.mailbox().account().equals(account))
                .filter(row -> row.mailbox().role() == MailboxRole.NONE)
                .map(this::folder)
                .toList();
    }

    private Entry folder(MailboxRow row) {
        var scope = new Scope.OneMailbox(row.mailbox().id());
        return new Entry(
                row.mailbox().id().toString(),
                Places.query(scope),
                "folder",
                row.mailbox().name(),
                row.unread(),
                isCurrent(scope),
                Math.min(DEEPEST, row.mailbox().depth()),
                row.mailbox().selectable());
    }

    private boolean isCurrent(Scope scope) {
        return asked.isList()
                && Places.scope(asked.getView(), asked.getAccount(), asked.getMailbox())
                        .filter(scope::equals)
                        .isPresent();
    }

    private Optional<AccountId> chosen() {
        return Places.parsed(AccountId::of, asked.getAccount())
                .flatMap(shell::account)
                .map(AccountHealth::account)
                .map(account -> account.id());
    }
}
