package org.waxwing.web.faces.mail;

import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;
import org.waxwing.web.faces.Phrases;
import org.waxwing.web.faces.Shell;

/** What lists are called, and what they say when they are empty. */
final class Titles {
    private final Shell shell;
    private final Phrases phrases;

    Titles(Shell shell, Phrases phrases) {
        this.shell = shell;
        this.phrases = phrases;
    }

    String title(Scope scope) {
        return switch (scope) {
            case Scope.AllAccounts(var view) -> phrases.of(Views.of(view).texts().title());
            case Scope.OneAccount(var id, var view) -> phrases.of(Views.of(view).texts().title());
            case Scope.OneMailbox(var id) -> shell.mailbox(id).map(row -> row.mailbox().name()).orElse("");
            case Scope.AllLabelled(var label) -> text(label);
            case Scope.OneLabelled(var id, var label) -> text(label);
        };
    }

    /** What stands beside the title: how much is new, or how much there is. */
    String note(Scope scope) {
        return switch (scope) {
            case Scope.AllAccounts(var view) -> news(scope);
            case Scope.OneAccount(var id, var view) -> news(scope);
            case Scope.OneMailbox(var id) -> shell.mailbox(id)
                    .map(row -> phrases.of("list.count.messages", row.total()))
                    .orElse("");
            case Scope.AllLabelled(var label) -> labelled(shell.labelled(label));
            case Scope.OneLabelled(var id, var label) -> labelled(shell.labelled(id, label));
        };
    }

    /** Whose mail it is, where there is a choice. */
    String whose(Scope scope) {
        if (shell.getAccounts().size() < 2) return "";
        return switch (scope) {
            case Scope.AllAccounts(var view) -> phrases.of("list.all-accounts");
            case Scope.OneAccount(var id, var view) -> accountName(id);
            case Scope.OneMailbox(var id) ->
                shell.mailbox(id).map(row -> accountName(row.mailbox().account())).orElse("");
            case Scope.AllLabelled(var label) -> phrases.of("list.all-accounts");
            case Scope.OneLabelled(var id, var label) -> accountName(id);
        };
    }

    String documentTitle(Scope scope) {
        long unread = isCounted(scope) ? shell.unread(scope) : 0;
        return unread == 0
                ? phrases.of("page.title", title(scope))
                : phrases.of("page.title.counted", title(scope), unread);
    }

    Listing.Empty empty(Scope scope) {
        if (isArriving())
            return new Listing.Empty(
                    phrases.of("list.arriving.title"), phrases.of("list.arriving.text"), "refresh");
        return Views.of(scope)
                .map(ViewDefinition::texts)
                .map(it -> new Listing.Empty(phrases.of(it.emptyTitle()), phrases.of(it.emptyText()), it.picture()))
                .orElseGet(() -> scope instanceof Scope.OneMailbox
                        ? new Listing.Empty(
                                phrases.of("empty.folder.title"), phrases.of("empty.folder.text"), "folder")
                        : new Listing.Empty(
                                phrases.of("empty.label.title"), phrases.of("empty.label.text"), "label"));
    }

    String accountName(AccountId id) {
        return shell.account(id).map(it -> it.account().displayName()).orElse("");
    }

    private String news(Scope scope) {
        long unread = isCounted(scope) ? shell.unread(scope) : 0;
        if (unread == 0) return "";
        boolean outside = Views.of(scope).filter(it -> it.view() == MailView.SCREENER).isPresent();
        return phrases.of(outside ? "list.count.waiting" : "list.count.new", unread);
    }

    private String labelled(long total) {
        return phrases.of("list.count.conversations", total);
    }

    private boolean isArriving() {
        return shell.getAccounts().stream().anyMatch(it -> it.status().lastSuccess().isEmpty());
    }

    private static boolean isCounted(Scope scope) {
        return Views.of(scope)
                .filter(it -> it.counted() == ViewDefinition.Counted.UNREAD_STRONGLY)
                .isPresent();
    }

    private static String text(Keyword label) {
        return LabelChip.of(label).text();
    }
}
