package org.waxwing.persistence.jpa;

import java.util.List;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.sorting.Shelf;

/** Where the rows of a scope come from: a condition as SQL with its arguments. */
sealed interface ListSource {
    String condition();

    List<Object> arguments();

    /**
     * Rows of the folders {@code f} that the condition is true of.
     *
     * @param severalAlike whether these may be several of one account, so that a conversation could appear twice
     */
    record Folders(String condition, List<Object> arguments, boolean severalAlike,
            Membership membership) implements ListSource {}

    /** Rows of the accounts {@code a} that the condition is true of, as far as they are in the view. */
    record Marked(Mark mark, String condition, List<Object> arguments) implements ListSource {}

    /** Rows of the accounts {@code a} that the condition is true of, as far as they carry the label. */
    record Labelled(Keyword label, String condition, List<Object> arguments) implements ListSource {}

    /**
     * How {@code mailbox_thread} tells what is in a list of folders.
     *
     * @param at the column by which the list is ordered
     * @param shown the condition
     * @param unread the condition for those with something new
     * @param messages the condition on the copies {@code c} of a flat list
     */
    record Membership(String at, String shown, String unread, String messages) {
        private static final Membership FOLDER = new Membership(
                "last_message_at", "%s.message_count > 0", "%s.unread_count > 0", "");
        // The offset keeps the planner from making a join of this, which would look at all that the limit leaves out.
        private static final String ON = """
                and exists (
                    select from email e
                    join mailbox_thread on_it on on_it.account_id = e.account_id and on_it.mailbox_id = c.mailbox_id
                        and on_it.thread_id = e.thread_id
                    where e.account_id = c.account_id and e.id = c.email_id and on_it.shelf = '%s'
                    offset 0)
                """;
        // few conversations stand there, so messages are found by these
        private static final String AMONG = """
                and c.email_id in (
                    select e.id from mailbox_thread on_it
                    join email e on e.account_id = on_it.account_id and e.thread_id = on_it.thread_id
                    where on_it.account_id = c.account_id and on_it.mailbox_id = c.mailbox_id and on_it.shelf = '%s')
                """;

        private static Membership of(Shelf shelf) {
            var on = "%1$s.shelf = '" + shelf.name() + "'";
            var messages = switch (shelf) {
                case IMBOX, FEED, PAPER_TRAIL -> ON;
                case SCREENER, OUT -> AMONG;
            };
            return new Membership("risen_at", on, on + " and (%1$s.unread_count > 0 or %1$s.fresh)",
                    messages.formatted(shelf.name()));
        }

        /** The condition for the rows of a table of that name. */
        String condition(String table, boolean unreadOnly) {
            return (unreadOnly ? unread : shown).formatted(table);
        }
    }

    /**
     * How {@code thread} and {@code email} tell that they are in a view of everything.
     *
     * @param at the column of {@code thread} by which the list is ordered, none when it is not in the view
     * @param latest the column of {@code thread} with the latest of its messages in the view
     * @param unread the column of {@code thread} that tells whether one of these is unread
     * @param also a further condition on {@code thread t}
     * @param messages the condition on {@code email}
     */
    record Mark(String at, String latest, String unread, String also, String messages) {
        private static final Mark LISTED = new Mark("listed_at", "listed_at", "listed_unread", "true", "listed");
        private static final Mark STARRED = new Mark(
                "starred_at", "starred_at", "starred_unread", "true", "listed and starred");

        private static Mark placed(String place) {
            return new Mark("placed_at", "listed_at", "listed_unread",
                    "t.place = '" + place + "' and t.listed_at is not null", "listed");
        }

        /** Whether few conversations are in it, so that messages are found by these. */
        boolean isPlaced() {
            return at.equals("placed_at");
        }
    }

    static ListSource of(Scope scope) {
        return switch (scope) {
            case Scope.AllAccounts(var view) -> all(view);
            case Scope.OneAccount(var account, var view) -> one(account, view);
            case Scope.OneMailbox(var mailbox) ->
                new Folders("f.id = ?", List.of(mailbox.value()), false, Membership.FOLDER);
            case Scope.AllLabelled(var label) -> new Labelled(label, "true", List.of());
            case Scope.OneLabelled(var account, var label) ->
                new Labelled(label, "a.id = ?", List.of(account.value()));
        };
    }

    private static ListSource all(MailView view) {
        return switch (view) {
            case IMBOX -> shelf(Shelf.IMBOX);
            case FEED -> shelf(Shelf.FEED);
            case PAPER_TRAIL -> shelf(Shelf.PAPER_TRAIL);
            case SCREENER -> shelf(Shelf.SCREENER);
            case SCREENED_OUT -> shelf(Shelf.OUT);
            case DRAFTS -> folders(MailboxRole.DRAFTS);
            case SENT -> folders(MailboxRole.SENT);
            case ARCHIVE -> folders(MailboxRole.ARCHIVE);
            case SPAM -> folders(MailboxRole.JUNK);
            case TRASH -> folders(MailboxRole.TRASH);
            case STARRED -> marked(Mark.STARRED);
            case ALL -> marked(Mark.LISTED);
            case LATER, SET_ASIDE, SNOOZED -> marked(Mark.placed(view.name()));
        };
    }

    private static ListSource one(AccountId account, MailView view) {
        return switch (all(view)) {
            case Folders(var condition, var arguments, var severalAlike, var membership) -> new Folders(
                    condition + " and f.account_id = ?", List.of(arguments.getFirst(), account.value()), severalAlike,
                    membership);
            case Marked(var mark, var condition, var arguments) ->
                new Marked(mark, "a.id = ?", List.of(account.value()));
            case Labelled(var label, var condition, var arguments) ->
                new Labelled(label, "a.id = ?", List.of(account.value()));
        };
    }

    private static Marked marked(Mark mark) {
        return new Marked(mark, "true", List.of());
    }

    private static Folders shelf(Shelf shelf) {
        return new Folders("f.role = ?", List.of(MailboxRole.INBOX.name()), true, Membership.of(shelf));
    }

    private static Folders folders(MailboxRole role) {
        return new Folders("f.role = ?", List.of(role.name()), true, Membership.FOLDER);
    }
}
