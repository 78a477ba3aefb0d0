package org.waxwing.web.rest.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waxwing.application.search.SearchMail;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.EmailId;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.search.Highlight;
import org.waxwing.domain.search.SearchHit;
import org.waxwing.domain.search.SearchOrder;
import org.waxwing.domain.search.SearchPosition;
import org.waxwing.domain.search.SearchRequest;
import org.waxwing.web.rest.problem.ProblemException;

class SearchBodyTest {
    private static final UUID SOME = UUID.fromString("01234567-89ab-7def-8123-456789abcdef");
    private static final SearchHit HIT = new SearchHit(
            new EmailId(SOME), new ThreadId(SOME), new AccountId(SOME),
            List.of(new MessageId("a@example.org"), new MessageId("b@example.org")),
            new UntrustedText("Lunch <b>"),
            List.of(new EmailAddress(new UntrustedText("Bob"), "bob@example.org")),
            Instant.parse("2026-03-01T09:00:00Z"), new UntrustedText("At noon?"), new UntrustedText("At noon?"), false,
            false, false, 0);

    private static SearchRequest asked(String q) {
        var parameters = new SearchParameters();
        parameters.q = q;
        return parameters.request();
    }

    @Test
    void tells_how_it_understood_what_was_typed() {
        var body = SearchBody.of(asked("a \"b c\" d* -e"), new SearchMail.Result(List.of(), 0, false));

        assertThat(body).isEqualTo(new SearchBody(
                new SearchBody.Interpretation(List.of("a"), List.of("d"), List.of("b c"), List.of("e"), "newest"),
                List.of(), 0, null));
    }

    @Test
    void shows_a_hit_with_its_marks_and_goes_on_behind_the_last() {
        var request = asked("lunch");
        var item = new SearchMail.Item(HIT, Highlight.of(request.query(), HIT));

        var body = SearchBody.of(request, new SearchMail.Result(List.of(item), 7, true));

        assertThat(body.total()).isEqualTo(7);
        assertThat(body.nextCursor()).isEqualTo(HIT.position().token());
        assertThat(body.items()).containsExactly(new SearchBody.Item(
                SOME.toString(), SOME.toString(), SOME.toString(), "a@example.org", "Lunch <b>",
                List.of(new SearchBody.Sender("Bob", "bob@example.org")), Instant.parse("2026-03-01T09:00:00Z"),
                "At noon?",
                List.of(new SearchBody.Piece("subject", "Lunch <b>", List.of(new SearchBody.Mark(0, 5))))));
    }

    @Test
    void asks_for_the_latest_fifty_by_default() {
        assertThat(asked("")).isEqualTo(new SearchRequest(
                asked("").query(), SearchOrder.NEWEST, SearchPosition.START, 50));
    }

    @ParameterizedTest
    @CsvSource({"sort, oldest", "limit, 0", "limit, 201", "limit, x", "cursor, x"})
    void refuses_parameters_that_cannot_be_read(String name, String value) {
        var parameters = new SearchParameters();
        switch (name) {
            case "sort" -> parameters.sort = value;
            case "limit" -> parameters.limit = value;
            default -> parameters.cursor = value;
        }

        assertThatThrownBy(parameters::request).isInstanceOfSatisfying(
                ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "-", "&|!():*", "\u0000", "\ud800", "'"})
    void never_refuses_what_is_looked_for(String typed) {
        assertThat(asked(typed).query().isEmpty()).isTrue();
    }
}
