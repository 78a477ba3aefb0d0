package org.waxwing.application.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waxwing.domain.world.EmailBuilder.anEmail;

import org.junit.jupiter.api.Test;
import org.waxwing.application.world.House;
import org.waxwing.domain.search.Highlight;
import org.waxwing.domain.search.SearchOrder;
import org.waxwing.domain.search.SearchPosition;
import org.waxwing.domain.search.SearchQuery;
import org.waxwing.domain.search.SearchRequest;

class SearchMailTest {
    private final House house = new House();
    private final SearchMail search = new SearchMail(house.transactions(), house.world().index());

    private static SearchRequest request(String typed, int limit) {
        return new SearchRequest(SearchQuery.of(typed), SearchOrder.NEWEST, SearchPosition.START, limit);
    }

    @Test
    void shows_the_owner_what_was_found_with_its_marks_and_nobody_else_anything() {
        var account = house.connected();
        var inbox = house.world().inbox(account);
        var first = anEmail().text("A heron at noon").received("2026-03-01T09:00:00Z");
        var second = anEmail().text("Another heron").received("2026-03-01T10:00:00Z");
        house.world().deliverAll(account, inbox, first, second);

        var result = search.search(account.owner(), request("heron", 1));

        assertThat(result.total()).isEqualTo(2);
        assertThat(result.more()).isTrue();
        assertThat(result.items()).extracting(it -> it.hit().id()).containsExactly(second.id());
        assertThat(result.items().getFirst().highlights()).extracting(Highlight::part)
                .containsExactly(Highlight.Part.TEXT);
        assertThat(search.search(house.world().somebody(), request("heron", 1)).total()).isZero();
    }
}
