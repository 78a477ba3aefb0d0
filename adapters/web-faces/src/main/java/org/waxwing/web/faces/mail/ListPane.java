package org.waxwing.web.faces.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.waxwing.application.mailbox.ListThreads;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.reading.ThreadRow;
import org.waxwing.domain.reading.Window;
import org.waxwing.web.faces.Shell;
import org.waxwing.web.faces.Times;
import org.waxwing.web.faces.Viewer;
import org.waxwing.web.faces.Words;

/** The list of conversations: its first windows for a page, or one further window for a list that is scrolled. */
@Named
@RequestScoped
public class ListPane {
    private static final int WINDOW = 50;
    // in a list of mostly unread mail a window leaves few rows for "previously seen": then look further, but not far
    private static final int ENOUGH = 15;
    private static final int MOST_LOOKS = 4;

    @Inject
    CurrentUser user;

    @Inject
    ListThreads listThreads;

    @Inject
    Shell shell;

    @Inject
    Viewer viewer;

    @Inject
    Words words;

    @Inject
    Asked asked;

    private Listing listing = new Listing("", "", "", "", "", List.of(), false, "", "");

    /** Reads the first windows of the list that the parameters name. */
    public void open() {
        var scope = scope();
        listing = scope.map(this::whole).orElseGet(this::nowhere);
        if (scope.isEmpty()) answerNotFound();
    }

    /** Reads the window behind {@code cursor} of one part of the list. */
    public void openFurther() {
        var found = scope().flatMap(scope -> Places.parsed(ListPosition::of, asked.getCursor())
                .flatMap(after -> section(scope, asked.getPart(), after)
                        .map(section -> listing(scope, List.of(section)))));
        listing = found.orElseGet(this::nowhere);
        if (found.isEmpty()) answerNotFound();
    }

    /** What to show. */
    public Listing getListing() {
        return listing;
    }

    private Optional<Scope> scope() {
        return Places.scope(asked.getView(), asked.getAccount(), asked.getMailbox()).filter(shell::knows);
    }

    private Listing whole(Scope scope) {
        var parts = isImbox(scope) ? List.of("new", "seen") : List.of("all");
        return listing(scope, parts.stream()
                .flatMap(key -> section(scope, key, ListPosition.START).stream())
                .toList());
    }

    private Listing listing(Scope scope, List<Listing.Section> sections) {
        var titles = new Titles(shell, words.phrases());
        return new Listing(
                Places.query(scope),
                role(scope),
                titles.title(scope),
                titles.note(scope),
                titles.documentTitle(scope),
                sections,
                true,
                titles.emptyTitle(scope),
                titles.emptyText(scope));
    }

    private Listing nowhere() {
        var phrases = words.phrases();
        var title = phrases.of("list.not-there.title");
        return new Listing("", "", title, "", phrases.of("page.title", title), List.of(), false, title,
                phrases.of("list.not-there.text"));
    }

    private Optional<Listing.Section> section(Scope scope, String key, ListPosition after) {
        return switch (key) {
            case "new" -> Optional.of(section(scope, key, words.of("list.new"), unread(scope, after)));
            case "seen" -> Optional.of(section(scope, key, words.of("list.seen"), seen(scope, after)));
            case "all" -> Optional.of(section(scope, key, "", window(scope, false, after, WINDOW)));
            default -> Optional.empty();
        };
    }

    private Listing.Section section(Scope scope, String key, String heading, Cut cut) {
        var eye = new Row.Eye(
                words.phrases(),
                new Times(words.phrases(), viewer.getZone(), Instant.now()),
                shell.getOwnAddresses(),
                shell.isOutgoing(scope),
                Places.query(scope));
        return new Listing.Section(key, heading, cut.rows().stream().map(row -> Row.of(row, eye)).toList(),
                cut.next());
    }

    /** Rows and where they end; the end may lie behind the last row, and is empty at the end of the list. */
    private record Cut(List<ThreadRow> rows, String next) {}

    private Cut unread(Scope scope, ListPosition after) {
        return window(scope, true, after, WINDOW);
    }

    private Cut seen(Scope scope, ListPosition after) {
        var rows = new ArrayList<ThreadRow>();
        var from = after;
        for (int look = 1;; look++) {
            var window = ask(scope, false, from, look == 1 ? WINDOW : ListQuery.MOST);
            window.items().stream().filter(row -> !row.isNew()).forEach(rows::add);
            if (!window.more()) return new Cut(rows, "");
            from = window.items().getLast().position();
            if (rows.size() >= ENOUGH || look == MOST_LOOKS) return new Cut(rows, from.token());
        }
    }

    private Cut window(Scope scope, boolean unreadOnly, ListPosition after, int limit) {
        var window = ask(scope, unreadOnly, after, limit);
        return new Cut(window.items(), window.more() ? window.items().getLast().position().token() : "");
    }

    private Window<ThreadRow> ask(Scope scope, boolean unreadOnly, ListPosition after, int limit) {
        return listThreads.list(user.person().id(), new ListQuery(scope, unreadOnly, after, limit));
    }

    private String role(Scope scope) {
        return switch (scope) {
            case Scope.AllAccounts(var view) -> Places.role(view);
            case Scope.OneAccount(var id, var view) -> Places.role(view);
            case Scope.OneMailbox(var id) -> shell.mailbox(id)
                    .map(row -> row.mailbox().role().name().toLowerCase(Locale.ROOT))
                    .orElse("");
        };
    }

    private static boolean isImbox(Scope scope) {
        return switch (scope) {
            case Scope.AllAccounts(var view) -> view == MailView.IMBOX;
            case Scope.OneAccount(var id, var view) -> view == MailView.IMBOX;
            case Scope.OneMailbox(var id) -> false;
        };
    }

    private static void answerNotFound() {
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(404);
    }
}
