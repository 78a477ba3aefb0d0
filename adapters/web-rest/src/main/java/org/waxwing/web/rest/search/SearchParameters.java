package org.waxwing.web.rest.search;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.search.SearchOrder;
import org.waxwing.domain.search.SearchPosition;
import org.waxwing.domain.search.SearchQuery;
import org.waxwing.domain.search.SearchRequest;
import org.waxwing.web.rest.Id;
import org.waxwing.web.rest.problem.ProblemException;

/** What a search is asked with. */
public class SearchParameters {
    @QueryParam("q")
    @DefaultValue("")
    @Parameter(description = "What to look for: words, which have to occur all; \"words in quotes\", one after the other;"
            + " -word, which must not occur; invoi*, any word that begins so. Whatever is typed is answered.")
    String q = "";

    @QueryParam("accountId")
    @DefaultValue("")
    @Parameter(description = "Only this account's mail.")
    String accountId = "";

    @QueryParam("sort")
    @DefaultValue("newest")
    @Parameter(description = "newest, or relevance: where the words weigh most first.", schema = @Schema(enumeration = {
            "newest", "relevance"}))
    String sort = "newest";

    @QueryParam("limit")
    @DefaultValue("50")
    @Parameter(description = "How many items at most, 1 to 200.", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
    String limit = "50";

    @QueryParam("cursor")
    @DefaultValue("")
    @Parameter(description = "The nextCursor of the part before.")
    String cursor = "";

    /**
     * The request that these parameters make.
     *
     * @throws ProblemException one of them cannot be read; never because of what is looked for
     */
    SearchRequest request() {
        return new SearchRequest(SearchQuery.of(q), order(), position(), items(), accounts());
    }

    private Set<AccountId> accounts() {
        return accountId.isEmpty() ? Set.of() : Set.of(Id.of(accountId, AccountId::of));
    }

    private SearchOrder order() {
        return Arrays.stream(SearchOrder.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(sort))
                .findFirst()
                .orElseThrow(() -> ProblemException.malformed("The parameter sort is newest or relevance."));
    }

    private SearchPosition position() {
        if (cursor.isEmpty()) return SearchPosition.START;
        try {
            return SearchPosition.of(cursor);
        } catch (IllegalArgumentException e) {
            throw ProblemException.malformed("The parameter cursor is the nextCursor of an earlier answer.");
        }
    }

    private int items() {
        int items = limit.matches("\\d{1,3}") ? Integer.parseInt(limit) : 0;
        if (items < 1 || items > SearchRequest.MOST)
            throw ProblemException.malformed("The parameter limit is a number from 1 to " + SearchRequest.MOST + ".");
        return items;
    }
}
