package org.waxwing.web.faces.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waxwing.application.mailbox.ListEmails;
import org.waxwing.application.mailbox.ListThreads;
import org.waxwing.application.search.SearchMail;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.MailReader;
import org.waxwing.domain.reading.ThreadRow;
import org.waxwing.domain.reading.Window;
import org.waxwing.domain.search.EmailIndex;
import org.waxwing.domain.search.SearchHit;
import org.waxwing.domain.search.SearchQuery;
import org.waxwing.domain.search.SearchRequest;
import org.waxwing.web.faces.TestBeans;

// it stands in for the container, which would fill the fields
@SuppressWarnings("UnnecessaryAssignment")
class ListPaneTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    /** Conversations, latest first; those at which {@code unread} says so are unread. */
    private static List<ThreadRow> rows(int count, IntPredicate unread) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ThreadRow(
                        new ThreadId(new UUID(1, i)), new AccountId(new UUID(2, 0)), new UntrustedText("s" + i),
                        UntrustedText.EMPTY, List.of(), 1, unread.test(i) ? 1 : 0, false, false, List.of(),
                        START.minusSeconds(i)))
                .toList();
    }

    private static ListPane pane(List<ThreadRow> rows, Map<String, String> parameters) {
        var viewer = TestBeans.viewer(request(parameters));
        var pane = new ListPane();
        pane.user = TestBeans.anna();
        pane.viewer = viewer;
        pane.words = TestBeans.words(viewer);
        pane.shell = TestBeans.shell(viewer);
        pane.asked = new Asked();
        pane.asked.request = request(parameters);
        pane.listThreads = new Stored(rows);
        pane.listEmails = new ListEmails(new TestBeans.Direct(), TestBeans.fake(MailReader.class, Map.of()));
        pane.searchMail = new SearchMail(new TestBeans.Direct(), new EverythingFound());
        return pane;
    }

    /** Everything has one hit that says so. */
    private static final class EverythingFound implements EmailIndex {
        @Override
        public Found find(SearchRequest request) {
            var word = request.query().wanted().getFirst().text();
            return new Found(List.of(new SearchHit(
                    new EmailId(new UUID(3, 0)), new ThreadId(new UUID(1, 0)), new AccountId(new UUID(2, 0)),
                    List.of(), new UntrustedText("About " + word), List.of(), START, UntrustedText.EMPTY,
                    UntrustedText.EMPTY, true, false, false, 0)), 7, true);
        }

        @Override
        public Map<AccountId, List<ThreadId>> conversations(SearchQuery query) {
            return Map.of();
        }
    }

    private static HttpServletRequest request(Map<String, String> parameters) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ListPaneTest.class.getClassLoader(),
                new Class<?>[]{HttpServletRequest.class},
                (self, method, given) -> switch (method.getName()) {
                    case "getParameter" -> parameters.getOrDefault(given[0], "");
                    case "getLocales" -> Collections.emptyEnumeration();
                    case "getCookies" -> new Cookie[0];
                    default -> throw new AssertionError(method.getName() + " was asked");
                });
    }

    private static List<String> ids(Listing.Section section) {
        return section.rows().stream().map(Row::id).toList();
    }

    @Test
    void shows_each_conversation_in_one_part_of_the_imbox_only() {
        var pane = pane(rows(40, i -> i % 3 == 0), Map.of());

        pane.open();

        var sections = pane.getListing().sections();
        assertThat(sections).extracting(Listing.Section::key).containsExactly("new", "seen");
        assertThat(sections.get(0).rows()).hasSize(14).allMatch(Row::unread);
        assertThat(sections.get(1).rows()).hasSize(26).noneMatch(Row::unread);
    }

    @Test
    void looks_further_when_nearly_everything_is_unread() {
        var pane = pane(rows(300, i -> i % 10 != 0), Map.of());

        pane.open();

        assertThat(pane.getListing().sections().get(1).rows()).hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void reaches_every_conversation_exactly_once_by_its_cursors() {
        var rows = rows(730, i -> i % 7 == 0);
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var pane = pane(rows, cursor.isEmpty() ? Map.of() : Map.of("part", "seen", "cursor", cursor));
            if (cursor.isEmpty()) pane.open();
            else pane.openFurther();
            var section = pane.getListing().sections().getLast();
            seen.addAll(ids(section));
            cursor = section.next();
        } while (!cursor.isEmpty());

        assertThat(new HashSet<>(seen)).hasSize(seen.size());
        assertThat(seen).hasSize((int) rows.stream().filter(row -> row.unreadCount() == 0).count());
    }

    @Test
    void reads_a_window_again_up_to_where_it_ended() {
        var rows = rows(300, i -> i % 7 == 0);
        var first = pane(rows, Map.of());
        first.open();
        var from = first.getListing().sections().getLast().next();
        var next = pane(rows, Map.of("part", "seen", "cursor", from));
        next.openFurther();
        var window = next.getListing().sections().getFirst();

        var again = pane(rows, Map.of("part", "seen", "cursor", from, "until", window.next()));
        again.openFurther();

        assertThat(again.getListing().sections()).containsExactly(new Listing.Section(
                "seen", "Previously seen", window.rows(), window.next()));
    }

    @Test
    void keeps_the_end_of_a_window_whose_rows_are_gone() {
        var until = new ListPosition(START.minusSeconds(1000), new UUID(1, 0)).token();
        var pane = pane(rows(3, i -> true), Map.of(
                "view", "all", "part", "all", "cursor", ListPosition.START.token(), "until", until));

        pane.openFurther();

        assertThat(pane.getListing().sections().getFirst().rows()).hasSize(3);
        assertThat(pane.getListing().sections().getFirst().next()).isEqualTo(until);
    }

    @Test
    void shows_what_a_search_found_as_a_list() {
        var pane = pane(List.of(), Map.of("q", " ferry "));

        pane.open();

        var listing = pane.getListing();
        assertThat(listing.query()).isEqualTo("q=ferry");
        assertThat(listing.form()).isEqualTo("messages");
        assertThat(listing.note()).isEqualTo("7 messages found");
        var row = listing.sections().getFirst().rows().getFirst();
        assertThat(row.href()).endsWith("?q=ferry&thread=" + row.thread() + "&message=" + row.id());
        assertThat(row.marked().subject())
                .containsExactly(new Row.Piece("About ", false), new Row.Piece("ferry", true));
        assertThat(listing.sections().getFirst().more()).isTrue();
    }

    @Test
    void has_no_parts_elsewhere() {
        var pane = pane(rows(3, i -> true), Map.of("view", "all"));

        pane.open();

        assertThat(pane.getListing().sections()).extracting(Listing.Section::key).containsExactly("all");
        assertThat(pane.getListing().documentTitle()).isEqualTo("Everything · Waxwing");
    }

    /** A list as a store would cut it. */
    private static final class Stored extends ListThreads {
        private final List<ThreadRow> rows;

        Stored(List<ThreadRow> rows) {
            super(new TestBeans.Direct(), TestBeans.fake(MailReader.class, Map.of()));
            this.rows = rows;
        }

        @Override
        public Window<ThreadRow> list(PersonId owner, ListQuery query) {
            var found = rows.stream()
                    .filter(row -> row.lastMessageAt().isBefore(query.after().at()))
                    .filter(row -> !query.unreadOnly() || row.unreadCount() > 0)
                    .toList();
            var items = found.subList(0, Math.min(query.limit(), found.size()));
            return new Window<>(items, found.size() > items.size());
        }
    }
}
