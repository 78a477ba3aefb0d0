package org.waxwing.persistence.jpa;

import java.util.List;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;

/** Where the rows of a scope come from: a condition as SQL with its arguments. */
sealed interface ListSource {
    String condition();

    List<Object> arguments();

    /**
     * Rows of the folders {@code f} that the condition is true of.
     *
     * @param severalAlike whether these may be several of one account, so that a conversation could appear twice
     */
    record Folders(String condition, List<Object> arguments, boolean severalAlike) implements ListSource {}

    /** Rows of the accounts {@code a} that the condition is true of, as far as they are in the view. */
    record Marked(Mark mark, String condition, List<Object> arguments) implements ListSource {}

    /** Rows of the accounts {@code a} that the condition is true of, as far as they carry the label. */
    record Labelled(Keyword label, String condition, List<Object> arguments) implements ListSource {}

    /**
     * How {@code thread} and {@code email} tell that they are in a view of everything.
     *
     * @param at the column of {@code thread} with the latest of its messages in the view, none when there is none
     * @param unread the column of {@code thread} that tells whether one of these is unread
     * @param messages the condition on {@code email}
     */
    record Mark(String at, String unread, String messages) {
        private static final Mark LISTED = new Mark("listed_at", "listed_unread", "listed");
        private static final Mark STARRED = new Mark("starred_at", "starred_unread", "listed and starred");
    }

    static ListSource of(Scope scope) {
        return switch (scope) {
            case Scope.AllAccounts(var view) -> all(view);
            case Scope.OneAccount(var account, var view) -> one(account, view);
            case Scope.OneMailbox(var mailbox) -> new Folders("f.id = ?", List.of(mailbox.value()), false);
            case Scope.AllLabelled(var label) -> new Labelled(label, "true", List.of());
            case Scope.OneLabelled(var account, var label) ->
                new Labelled(label, "a.id = ?", List.of(account.value()));
        };
    }

    private static ListSource all(MailView view) {
        return switch (view) {
            case IMBOX -> folders(MailboxRole.INBOX);
            case DRAFTS -> folders(MailboxRole.DRAFTS);
            case SENT -> folders(MailboxRole.SENT);
            case ARCHIVE -> folders(MailboxRole.ARCHIVE);
            case SPAM -> folders(MailboxRole.JUNK);
            case TRASH -> folders(MailboxRole.TRASH);
            case STARRED -> new Marked(Mark.STARRED, "true", List.of());
            case ALL -> new Marked(Mark.LISTED, "true", List.of());
        };
    }

    private static ListSource one(AccountId account, MailView view) {
        return switch (all(view)) {
            case Folders(var condition, var arguments, var severalAlike) -> new Folders(
                    condition + " and f.account_id = ?", List.of(arguments.getFirst(), account.value()), severalAlike);
            case Marked(var mark, var condition, var arguments) ->
                new Marked(mark, "a.id = ?", List.of(account.value()));
            case Labelled(var label, var condition, var arguments) ->
                new Labelled(label, "a.id = ?", List.of(account.value()));
        };
    }

    private static Folders folders(MailboxRole role) {
        return new Folders("f.role = ?", List.of(role.name()), true);
    }
}
