package org.waxwing.web.faces.mail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.reading.Scope;

/** The addresses of lists: which list a query string names, and which query string names a list. */
public final class Places {
    private Places() {}

    /** The list that these parameters name, each empty when it is not given; nothing when they make no sense. */
    public static Optional<Scope> scope(String view, String account, String mailbox, String label) {
        if (!mailbox.isEmpty()) return parsed(MailboxId::of, mailbox).map(Scope.OneMailbox::new);
        if (!label.isBlank()) {
            var known = new Keyword(label.strip());
            return account.isEmpty()
                    ? Optional.of(new Scope.AllLabelled(known))
                    : parsed(AccountId::of, account).map(id -> new Scope.OneLabelled(id, known));
        }
        return Views.named(view).flatMap(known -> account.isEmpty()
                ? Optional.of(new Scope.AllAccounts(known))
                : parsed(AccountId::of, account).map(id -> new Scope.OneAccount(id, known)));
    }

    /** The query string of a list. */
    public static String query(Scope scope) {
        return switch (scope) {
            case Scope.AllAccounts(var view) -> "view=" + Views.name(view);
            case Scope.OneAccount(var account, var view) -> "view=" + Views.name(view) + "&account=" + account;
            case Scope.OneMailbox(var mailbox) -> "mailbox=" + mailbox;
            case Scope.AllLabelled(var label) -> "label=" + encoded(label.name());
            case Scope.OneLabelled(var account, var label) ->
                "label=" + encoded(label.name()) + "&account=" + account;
        };
    }

    /** The query string of a search, in one account when its id is given. */
    public static String search(String typed, String account) {
        return "q=" + encoded(typed) + (account.isEmpty() ? "" : "&account=" + encoded(account));
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

    // as URLSearchParams writes it, for the browser compares addresses
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
