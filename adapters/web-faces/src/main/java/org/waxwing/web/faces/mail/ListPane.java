package org.waxwing.web.faces.mail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.waxwing.application.mailbox.ListEmails;
import org.waxwing.application.mailbox.ListThreads;
import org.waxwing.application.runtime.CurrentUser;
import org.waxwing.application.search.SearchMail;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.MailView;
import org.waxwing.domain.reading.Scope;
import org.waxwing.domain.reading.Window;
import org.waxwing.domain.search.SearchOrder;
import org.waxwing.domain.search.SearchPosition;
import org.waxwing.domain.search.SearchQuery;
import org.waxwing.domain.search.SearchRequest;
import org.waxwing.web.faces.Shell;
import org.waxwing.web.faces.Viewer;
import org.waxwing.web.faces.Words;
import org.waxwing.web.faces.mail.ViewDefinition.Look;

/** A list of conversations or messages: its first windows for a page, or one further window for a list that is scrolled. */
@Named
@RequestScoped
public class ListPane {
    private static final int WINDOW = 50;
    private static final int FURTHER = 100;

    @Inject
    CurrentUser user;

    @Inject
    ListThreads listThreads;

    @Inject
    ListEmails listEmails;

    @Inject
    SearchMail searchMail;

    @Inject
    Shell shell;

    @Inject
    Viewer viewer;

    @Inject
    Words words;

    @Inject
    Asked asked;

    private Listing listing = Listing.NONE;

    /** Reads the first windows of the list that the parameters name. */
    public void open() {
        if (!asked.getSearch().isEmpty()) {
            listing = found("", "", WINDOW);
            return;
        }
        var scope = scope();
        listing = scope.map(it -> isScreener(it)
                ? listing(it, List.of())
                : listing(it, sections(it).stream()
                        .map(part -> section(it, part, ListPosition.START, Optional.empty(), window(it)))
                        .toList()))
                .orElseGet(this::nowhere);
        if (scope.isEmpty()) answerNotFound();
    }

    /** Reads the window behind {@code cursor} of one part of the list; as far as {@code until}, if that is given. */
    public void openFurther() {
        var found = asked.getSearch().isEmpty() ? further() : furtherFound();
        listing = found.orElseGet(this::nowhere);
        if (found.isEmpty()) answerNotFound();
    }

    /** What to show. */
    public Listing getListing() {
        return listing;
    }

    private Optional<Listing> further() {
        var until = asked.getUntil().isEmpty()
                ? Optional.<ListPosition>empty()
                : Places.parsed(ListPosition::of, asked.getUntil());
        return scope().flatMap(scope -> Places.parsed(ListPosition::of, asked.getCursor())
                .flatMap(after -> sections(scope).stream()
                        .filter(part -> part.key().equals(asked.getPart()))
                        .findFirst()
                        .map(part -> listing(scope, List.of(section(scope, part, after, until, FURTHER))))));
    }

    private Optional<Listing> furtherFound() {
        return Places.parsed(SearchPosition::of, asked.getCursor())
                .map(after -> found(asked.getCursor(), asked.getUntil(), FURTHER));
    }

    private Optional<Scope> scope() {
        return Places.scope(asked.getView(), asked.getAccount(), asked.getMailbox(), asked.getLabel())
                .filter(shell::knows);
    }

    // of what lies in bundles more has to be read until a page is full
    private static int window(Scope scope) {
        return look(scope) == Look.BUNDLES ? FURTHER : WINDOW;
    }

    private static Look look(Scope scope) {
        return Views.of(scope).map(ViewDefinition::look).orElse(Look.ROWS);
    }

    private static boolean isScreener(Scope scope) {
        return Views.of(scope).filter(it -> it.view() == MailView.SCREENER).isPresent();
    }

    /** How many conversations of first-time senders wait outside, in the Imbox; 0 everywhere else. */
    public long getOutside() {
        return scope().flatMap(Views::of).filter(it -> it.view() == MailView.IMBOX && asked.getSearch().isEmpty())
                .isEmpty()
                        ? 0
                        : shell.unread(outside());
    }

    /** Where those are, as a query string. */
    public String getOutsideQuery() {
        return Places.query(outside());
    }

    private Scope outside() {
        return Scope.of(Places.parsed(AccountId::of, asked.getAccount()), MailView.SCREENER);
    }

    private static List<ViewDefinition.Section> sections(Scope scope) {
        return Views.of(scope).map(ViewDefinition::sections).orElse(List.of(ViewDefinition.Section.ALL));
    }

    private Listing listing(Scope scope, List<Listing.Section> sections) {
        var titles = new Titles(shell, words.phrases());
        return new Listing(
                Places.query(scope),
                role(scope),
                isScreener(scope) ? Listing.SENDERS : viewer.isConversations() ? "threads" : "messages",
                look(scope).name().toLowerCase(Locale.ROOT),
                "",
                titles.title(scope),
                titles.note(scope),
                titles.whose(scope),
                titles.documentTitle(scope),
                sections,
                true,
                titles.empty(scope));
    }

    private Listing nowhere() {
        var phrases = words.phrases();
        var title = phrases.of("list.not-there.title");
        return new Listing("", "", "threads", "rows", "", title, "", "", phrases.of("page.title", title), List.of(),
                false,
                new Listing.Empty(title, phrases.of("list.not-there.text"), "lost"));
    }

    private Listing.Section section(
            Scope scope, ViewDefinition.Section part, ListPosition after, Optional<ListPosition> until, int limit) {
        var windows = new Windows((unreadOnly, from, most) -> window(scope, unreadOnly, from, most));
        var cut = part == ViewDefinition.Section.SEEN
                ? windows.seen(after, until, limit)
                : windows.next(part == ViewDefinition.Section.NEW, after, until, limit);
        return new Listing.Section(
                part.key(),
                part.heading().isEmpty() ? "" : words.of(part.heading()),
                look(scope) == Look.BUNDLES ? bundled(cut.rows()) : cut.rows(),
                cut.next());
    }

    /** The rows of a window with those of one sender together, where the latest of them is. */
    private static List<Row> bundled(List<Row> rows) {
        var bundles = new LinkedHashMap<String, List<Row>>();
        for (var row : rows)
            bundles.computeIfAbsent(row.from().isEmpty() ? row.id() : row.from(), it -> new ArrayList<>()).add(row);
        return bundles.values().stream().flatMap(List::stream).toList();
    }

    private Window<Windows.Line> window(Scope scope, boolean unreadOnly, ListPosition after, int limit) {
        var eye = eye(Places.query(scope), shell.isOutgoing(scope));
        var query = new ListQuery(scope, unreadOnly, after, limit);
        var owner = user.person().id();
        if (!viewer.isConversations()) {
            var window = listEmails.list(owner, new ListEmails.Wanted.Listed(query));
            return new Window<>(
                    window.items().stream().map(it -> new Windows.Line(Row.of(it, eye), it.position())).toList(),
                    window.more());
        }
        var window = listThreads.list(owner, query);
        return new Window<>(
                window.items().stream().map(it -> new Windows.Line(Row.of(it, eye), it.position())).toList(),
                window.more());
    }

    private Listing found(String cursor, String until, int limit) {
        var typed = asked.getSearch();
        var account = Places.parsed(AccountId::of, asked.getAccount()).filter(id -> shell.account(id).isPresent());
        var query = SearchQuery.of(typed);
        var last = until.isEmpty() ? Optional.<SearchPosition>empty() : Places.parsed(SearchPosition::of, until);
        var result = searchMail.search(user.person().id(), new SearchRequest(
                query,
                SearchOrder.NEWEST,
                cursor.isEmpty() ? SearchPosition.START : SearchPosition.of(cursor),
                last.isPresent() ? SearchRequest.MOST : limit,
                account.map(Set::of).orElse(Set.of())));
        var phrases = words.phrases();
        var address = Places.search(typed, account.map(AccountId::toString).orElse(""));
        var eye = eye(address, false);
        var items = result.items().stream()
                .filter(it -> last.isEmpty() || !it.hit().position().place().isBehind(last.get().place()))
                .toList();
        boolean reached = items.size() < result.items().size();
        var next = reached || (last.isPresent() && !result.more())
                ? until
                : result.more() ? items.getLast().hit().position().token() : "";
        var title = phrases.of("search.title", typed);
        return new Listing(
                address,
                "all",
                "messages",
                "rows",
                typed,
                title,
                phrases.of("search.count", result.total()),
                shell.getAccounts().size() < 2
                        ? ""
                        : account.map(new Titles(shell, phrases)::accountName).orElse(phrases.of("list.all-accounts")),
                phrases.of("page.title", title),
                List.of(new Listing.Section("all", "", items.stream().map(it -> Row.of(it, eye)).toList(), next)),
                true,
                new Listing.Empty(phrases.of("search.none.title"), phrases.of("search.none.text"), "search"));
    }

    private Row.Eye eye(String query, boolean outgoing) {
        return new Row.Eye(words.phrases(), shell.getTimes(), shell.getOwnAddresses(), outgoing, query);
    }

    private String role(Scope scope) {
        return Stream.concat(
                Views.of(scope).map(ViewDefinition::role).stream(),
                scope instanceof Scope.OneMailbox(var id)
                        ? shell.mailbox(id).map(it -> it.mailbox().role().name().toLowerCase(Locale.ROOT)).stream()
                        : Stream.of("all"))
                .findFirst()
                .orElse("");
    }

    private static void answerNotFound() {
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(404);
    }
}
