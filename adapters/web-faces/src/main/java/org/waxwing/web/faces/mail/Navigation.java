package org.waxwing.web.faces.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waxwing.application.account.AccountHealth;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.AccountLabel;
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
    private static final int NO_HUE = -1;
    private static final List<MailView> TABS = List.of(MailView.IMBOX, MailView.FEED, MailView.PAPER_TRAIL);

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
     * @param hue the colour of a label; below 0 for everything else
     * @param shortcut the keys that lead there; may be empty
     * @param count what waits there; 0 is not shown
     * @param strong whether the count is to catch the eye
     * @param depth how far a folder is indented, 0 to 4
     * @param open false for a name that only holds other folders
     */
    public record Entry(
            String mailbox,
            String query,
            String icon,
            int hue,
            String shortcut,
            String label,
            long count,
            boolean strong,
            boolean current,
            int depth,
            boolean open) {
        /** Where it leads. */
        public String href() {
            return "inbox.xhtml?" + query;
        }

        static Entry plain(String query, String icon, String label, boolean current) {
            return new Entry("", query, icon, NO_HUE, "", label, 0, false, current, 0, true);
        }
    }

    /** The folders of one account; there may be none. */
    public record Folders(String account, String heading, List<Entry> entries) {
        public Folders {
            entries = List.copyOf(entries);
        }
    }

    /** The views in their groups, as they are defined. */
    public List<List<Entry>> getViews() {
        return Stream.of(ViewDefinition.Group.values())
                .map(group -> Views.of(group).stream().map(this::view).toList())
                .toList();
    }

    /** The few that fit under a thumb. */
    public List<Entry> getTabs() {
        return TABS.stream().map(view -> view(Views.of(view))).toList();
    }

    /** The labels in use, each once: of the account that was chosen, or of all. */
    public List<Entry> getLabels() {
        var chosen = chosen();
        return shell.getLabels().stream()
                .filter(it -> chosen.isEmpty() || it.account().equals(chosen.get()))
                .map(AccountLabel::label)
                .distinct()
                .sorted(Comparator.comparing(Keyword::name))
                .map(label -> label(chosen.<Scope>map(id -> new Scope.OneLabelled(id, label))
                        .orElse(new Scope.AllLabelled(label)), LabelChip.of(label)))
                .toList();
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

    /** The account that the lists are narrowed to, as it is called; empty when they are over all. */
    public String getAccount() {
        return chosen().map(AccountId::toString).orElse("");
    }

    /** The list over all accounts that corresponds to the one that is shown. */
    public Entry getAllAccounts() {
        return Entry.plain(unified(), "all", words.of("nav.all-accounts"), asked.isList() && chosen().isEmpty());
    }

    /** The list of an account that corresponds to the one that is shown. */
    public Entry account(String id) {
        return Entry.plain(
                narrowed(AccountId.of(id)), "inbox", "", asked.isList()
                        && chosen().filter(it -> it.toString().equals(id)).isPresent());
    }

    private String unified() {
        if (!asked.getSearch().isEmpty()) return Places.search(asked.getSearch(), "");
        return Places.query(place().map(scope -> switch (scope) {
            case Scope.OneAccount(var account, var view) -> new Scope.AllAccounts(view);
            case Scope.OneLabelled(var account, var label) -> new Scope.AllLabelled(label);
            case Scope.OneMailbox(var mailbox) -> new Scope.AllAccounts(MailView.IMBOX);
            case Scope.AllAccounts all -> all;
            case Scope.AllLabelled all -> all;
        }).orElse(new Scope.AllAccounts(MailView.IMBOX)));
    }

    private String narrowed(AccountId id) {
        if (!asked.getSearch().isEmpty()) return Places.search(asked.getSearch(), id.toString());
        return Places.query(place().map(scope -> switch (scope) {
            case Scope.AllAccounts(var view) -> new Scope.OneAccount(id, view);
            case Scope.OneAccount(var account, var view) -> new Scope.OneAccount(id, view);
            case Scope.AllLabelled(var label) -> new Scope.OneLabelled(id, label);
            case Scope.OneLabelled(var account, var label) -> new Scope.OneLabelled(id, label);
            case Scope.OneMailbox(var mailbox) -> new Scope.OneAccount(id, MailView.IMBOX);
        }).orElse(new Scope.OneAccount(id, MailView.IMBOX)));
    }

    private Entry view(ViewDefinition definition) {
        var chosen = chosen();
        var scope = Scope.of(chosen, definition.view());
        return new Entry(
                "",
                Places.query(scope),
                definition.icon(),
                NO_HUE,
                definition.shortcut(),
                words.of(definition.texts().title()),
                count(definition, scope, chosen),
                definition.counted() == ViewDefinition.Counted.UNREAD_STRONGLY,
                isCurrent(scope),
                0,
                true);
    }

    private long count(ViewDefinition definition, Scope scope, Optional<AccountId> chosen) {
        return switch (definition.counted()) {
            case NOTHING -> 0;
            case UNREAD, UNREAD_STRONGLY -> shell.unread(scope);
            case WAITING -> definition.group() == ViewDefinition.Group.PILES
                    ? shell.putAway(scope)
                    : Stream.of(MailboxRole.values())
                            .filter(role -> role.name().equals(definition.view().name()))
                            .mapToLong(role -> shell.waiting(chosen, role))
                            .sum();
        };
    }

    private Entry label(Scope scope, LabelChip chip) {
        return new Entry(
                "", Places.query(scope), "label", chip.hue(), "", chip.text(), shell.unread(scope), false,
                isCurrent(scope), 0, true);
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
                NO_HUE,
                "",
                row.mailbox().name(),
                row.unread(),
                false,
                isCurrent(scope),
                Math.min(DEEPEST, row.mailbox().depth()),
                row.mailbox().selectable());
    }

    private boolean isCurrent(Scope scope) {
        return asked.isList() && asked.getSearch().isEmpty() && place().filter(scope::equals).isPresent();
    }

    private Optional<Scope> place() {
        return Places.scope(asked.getView(), asked.getAccount(), asked.getMailbox(), asked.getLabel());
    }

    private Optional<AccountId> chosen() {
        return Places.parsed(AccountId::of, asked.getAccount())
                .flatMap(shell::account)
                .map(AccountHealth::account)
                .map(account -> account.id());
    }
}
