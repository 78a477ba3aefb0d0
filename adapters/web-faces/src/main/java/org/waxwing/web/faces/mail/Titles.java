package org.waxwing.web.faces.mail;

import org.waxwing.domain.account.AccountId;
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
            case Scope.AllAccounts(var view) -> name(view);
            case Scope.OneAccount(var id, var view) -> name(view);
            case Scope.OneMailbox(var id) -> shell.mailbox(id).map(row -> row.mailbox().name()).orElse("");
        };
    }

    /** What stands beside the title: how much is new, and whose mail it is. */
    String note(Scope scope) {
        return switch (scope) {
            case Scope.AllAccounts(var view) -> {
                long unread = view == MailView.IMBOX ? shell.unread(view) : 0;
                var whose = shell.getAccounts().size() > 1 ? phrases.of("list.all-accounts") : "";
                yield unread == 0 ? whose : joined(phrases.of("list.count.new", unread), whose);
            }
            case Scope.OneAccount(var id, var view) -> accountName(id);
            case Scope.OneMailbox(var id) -> shell.mailbox(id)
                    .map(row -> joined(
                            phrases.of("list.count.messages", row.total()), accountName(row.mailbox().account())))
                    .orElse("");
        };
    }

    String documentTitle(Scope scope) {
        long unread = scope instanceof Scope.AllAccounts(var view) && view == MailView.IMBOX ? shell.unread(view) : 0;
        return unread == 0
                ? phrases.of("page.title", title(scope))
                : phrases.of("page.title.counted", title(scope), unread);
    }

    String emptyTitle(Scope scope) {
        return phrases.of(isArriving() ? "list.arriving.title" : emptyTitleKey(scope));
    }

    String emptyText(Scope scope) {
        return phrases.of(isArriving() ? "list.arriving.text" : emptyTextKey(scope));
    }

    private boolean isArriving() {
        return shell.getAccounts().stream().anyMatch(it -> it.status().lastSuccess().isEmpty());
    }

    private String accountName(AccountId id) {
        return shell.account(id).map(it -> it.account().displayName()).orElse("");
    }

    private String joined(String first, String second) {
        return second.isEmpty() ? first : phrases.of("list.note.both", first, second);
    }

    private String name(MailView view) {
        return phrases.of(switch (view) {
            case IMBOX -> "view.imbox";
            case STARRED -> "view.starred";
            case DRAFTS -> "view.drafts";
            case SENT -> "view.sent";
            case ARCHIVE -> "view.archive";
            case SPAM -> "view.spam";
            case TRASH -> "view.trash";
            case ALL -> "view.all";
            case LATER -> "view.later";
            case SET_ASIDE -> "view.set-aside";
            case SNOOZED -> "view.snoozed";
        });
    }

    private static MailView viewOf(Scope scope) {
        return switch (scope) {
            case Scope.AllAccounts(var view) -> view;
            case Scope.OneAccount(var id, var view) -> view;
            case Scope.OneMailbox(var id) -> MailView.ALL;
        };
    }

    private static String emptyTitleKey(Scope scope) {
        return switch (viewOf(scope)) {
            case IMBOX -> "empty.imbox.title";
            case STARRED -> "empty.starred.title";
            case DRAFTS -> "empty.drafts.title";
            case SENT -> "empty.sent.title";
            case ARCHIVE -> "empty.archive.title";
            case SPAM -> "empty.spam.title";
            case TRASH -> "empty.trash.title";
            case ALL -> "empty.all.title";
            case LATER -> "empty.later.title";
            case SET_ASIDE -> "empty.set-aside.title";
            case SNOOZED -> "empty.snoozed.title";
        };
    }

    private static String emptyTextKey(Scope scope) {
        return switch (viewOf(scope)) {
            case IMBOX -> "empty.imbox.text";
            case STARRED -> "empty.starred.text";
            case DRAFTS -> "empty.drafts.text";
            case SENT -> "empty.sent.text";
            case ARCHIVE -> "empty.archive.text";
            case SPAM -> "empty.spam.text";
            case TRASH -> "empty.trash.text";
            case ALL -> "empty.all.text";
            case LATER -> "empty.later.text";
            case SET_ASIDE -> "empty.set-aside.text";
            case SNOOZED -> "empty.snoozed.text";
        };
    }
}
