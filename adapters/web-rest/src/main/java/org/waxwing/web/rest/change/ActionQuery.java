package org.waxwing.web.rest.change;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waxwing.application.change.ChangeMail.Choice;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.search.SearchQuery;
import org.waxwing.web.rest.Fields;
import org.waxwing.web.rest.Id;

/** Reads which list somebody means as a whole: the query string under which the pages show it. */
final class ActionQuery {
    private static final String FIELD = "query";
    private static final String EXCEPT = "except";
    private static final String WRONG = "This has to be the address of a list: view=imbox, view=archive&account=…,"
            + " mailbox=… or q=words.";

    private ActionQuery() {}

    /** The choice that these fields spell; nothing when they are not right, which is noted. */
    static Optional<Choice> of(Fields fields) {
        if (fields.has("threadIds") || fields.has("messageIds"))
            fields.wrong(FIELD, "This cannot be given together with threadIds or messageIds.");
        var except = fields.texts(EXCEPT);
        if (except.size() > ActionRequest.MOST)
            fields.wrong(EXCEPT, "At most " + ActionRequest.MOST + " conversations.");
        try {
            var found = choice(parameters(fields.text(FIELD)), Id.known(except, ThreadId::of));
            if (found.isEmpty()) fields.wrong(FIELD, WRONG);
            return found;
        } catch (IllegalArgumentException e) {
            // anybody can write anything into a query
            fields.wrong(FIELD, WRONG);
            return Optional.empty();
        }
    }

    private static Optional<Choice> choice(Map<String, String> asked, Set<ThreadId> except) {
        boolean unread = asked.getOrDefault("unread", "").equals("true");
        if (asked.containsKey("q")) return Optional.of(new Choice.Found(SearchQuery.of(asked.get("q")), except));
        if (asked.containsKey("mailbox"))
            return Optional.of(new Choice.Listed(
                    new Scope.OneMailbox(MailboxId.of(asked.get("mailbox"))), unread, except));
        var account = Optional.ofNullable(asked.get("account")).filter(it -> !it.isEmpty()).map(AccountId::of);
        return Stream.of(MailView.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(asked.get("view")))
                .findFirst()
                .map(view -> new Choice.Listed(
                        account.<Scope>map(id -> new Scope.OneAccount(id, view))
                                .orElseGet(() -> new Scope.AllAccounts(view)),
                        unread, except));
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new HashMap<String, String>();
        for (var pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0)
                parameters.put(pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
