package org.waxwing.web.rest.mailbox;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.mailbox.MailboxId;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.reading.Window;
import org.waxwing.web.rest.Id;
import org.waxwing.web.rest.Page;
import org.waxwing.web.rest.problem.ProblemException;

/** The parameters that all lists of mail share. */
public class ListParameters {
    @QueryParam("view")
    @DefaultValue("imbox")
    @Parameter(description = "The list: imbox, feed, paper_trail, screener, screened_out, starred, drafts, sent, archive, spam, trash, all (everything but spam"
            + " and trash), later, set_aside or snoozed. Ignored with mailboxId.")
    String view = "imbox";

    @QueryParam("accountId")
    @DefaultValue("")
    @Parameter(description = "Only this account's mail.")
    String accountId = "";

    @QueryParam("mailboxId")
    @DefaultValue("")
    @Parameter(description = "Only what this folder shows.")
    String mailboxId = "";

    @QueryParam("label")
    @DefaultValue("")
    @Parameter(description = "Only what carries this label, but not what only spam and trash show. With it, view is"
            + " ignored.")
    String label = "";

    @QueryParam("unread")
    @DefaultValue("false")
    @Parameter(description = "With true, only what has something unread.", schema = @Schema(type = SchemaType.BOOLEAN))
    String unread = "false";

    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(description = "How many rows at most, 1 to 200.", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
    String limit = "50";

    @QueryParam("cursor")
    @DefaultValue("")
    @Parameter(description = "The nextCursor of the part before.")
    String cursor = "";

    /**
     * The query that these parameters ask for.
     *
     * @throws ProblemException one of them cannot be read
     */
    ListQuery query() {
        return new ListQuery(scope(), unreadOnly(), position(), rows());
    }

    /** A part of the list as it is sent, its cursor taken from the last row. */
    static <T, B> Page<B> page(
            Window<T> window, Function<T, ListPosition> position,
            Function<T, B> body) {
        var items = window.items().stream().map(body).toList();
        return window.more() && !window.items().isEmpty()
                ? new Page<>(items, position.apply(window.items().getLast()).token())
                : Page.whole(items);
    }

    private Scope scope() {
        if (!mailboxId.isEmpty()) return new Scope.OneMailbox(Id.of(mailboxId, MailboxId::of));
        if (!label.isBlank()) return labelled(new Keyword(label.strip()));
        if (!accountId.isEmpty()) return new Scope.OneAccount(Id.of(accountId, AccountId::of), mailView());
        return new Scope.AllAccounts(mailView());
    }

    private Scope labelled(Keyword wanted) {
        if (accountId.isEmpty()) return new Scope.AllLabelled(wanted);
        return new Scope.OneLabelled(Id.of(accountId, AccountId::of), wanted);
    }

    private MailView mailView() {
        return Arrays.stream(MailView.values())
                .filter(it -> name(it).equals(view))
                .findFirst()
                .orElseThrow(() -> ProblemException.malformed("The parameter view is one of "
                        + Arrays.stream(MailView.values()).map(ListParameters::name).collect(Collectors.joining(", "))
                        + "."));
    }

    static String name(MailView view) {
        return view.name().toLowerCase(Locale.ROOT);
    }

    private boolean unreadOnly() {
        if (!List.of("true", "false").contains(unread))
            throw ProblemException.malformed("The parameter unread is true or false.");
        return unread.equals("true");
    }

    private ListPosition position() {
        if (cursor.isEmpty()) return ListPosition.START;
        try {
            return ListPosition.of(cursor);
        } catch (IllegalArgumentException e) {
            throw ProblemException.malformed("The parameter cursor is the nextCursor of an earlier answer.");
        }
    }

    private int rows() {
        int rows = limit.matches("\\d{1,3}") ? Integer.parseInt(limit) : 0;
        if (rows < 1 || rows > ListQuery.MOST)
            throw ProblemException.malformed("The parameter limit is a number from 1 to " + ListQuery.MOST + ".");
        return rows;
    }
}
