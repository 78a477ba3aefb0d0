package org.waxwing.web.faces.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;

/** The addresses of lists: which list a query string names, and which query string names a list. */
public final class Places {
    private Places() {}

    /** The list that these parameters name, each empty when it is not given; nothing when they make no sense. */
    public static Optional<Scope> scope(String view, String account, String mailbox) {
        if (!mailbox.isEmpty()) return parsed(MailboxId::of, mailbox).map(Scope.OneMailbox::new);
        return view(view).flatMap(known -> account.isEmpty()
                ? Optional.of(new Scope.AllAccounts(known))
                : parsed(AccountId::of, account).map(id -> new Scope.OneAccount(id, known)));
    }

    /** The query string of a list. */
    public static String query(Scope scope) {
        return switch (scope) {
            case Scope.AllAccounts(var view) -> "view=" + name(view);
            case Scope.OneAccount(var account, var view) -> "view=" + name(view) + "&account=" + account;
            case Scope.OneMailbox(var mailbox) -> "mailbox=" + mailbox;
        };
    }

    /** What a view holds, in the words in which folders are told apart. */
    static String role(MailView view) {
        return switch (view) {
            case IMBOX -> "inbox";
            case SPAM -> "junk";
            case STARRED, DRAFTS, SENT, ARCHIVE, TRASH, ALL, LATER, SET_ASIDE, SNOOZED -> name(view);
        };
    }

    /** What {@code parse} makes of {@code text}, or nothing when it is none of ours. */
    static <T> Optional<T> parsed(Function<String, T> parse, String text) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException e) {
            // anybody can write anything into an address bar
            return Optional.empty();
        }
    }

    private static Optional<MailView> view(String name) {
        if (name.isEmpty()) return Optional.of(MailView.IMBOX);
        return Stream.of(MailView.values()).filter(view -> name(view).equals(name)).findFirst();
    }

    private static String name(MailView view) {
        return view.name().toLowerCase(Locale.ROOT);
    }
}
