package org.waxwing.application.search;

import java.util.List;
import org.waxwing.application.runtime.Actor;
import org.waxwing.application.runtime.Transactions;
import org.waxwing.domain.identity.PersonId;
import org.waxwing.domain.search.EmailIndex;
import org.waxwing.domain.search.Highlight;
import org.waxwing.domain.search.SearchHit;
import org.waxwing.domain.search.SearchRequest;

/** A window of the messages that somebody looks for. */
public class SearchMail {
    /** A message that was found, and where in it the words stand. */
    public record Item(SearchHit hit, List<Highlight> highlights) {
        public Item {
            highlights = List.copyOf(highlights);
        }
    }

    /**
     * Part of what was found.
     *
     * @param total of all that was found
     * @param more whether more follows behind the last item
     */
    public record Result(List<Item> items, long total, boolean more) {
        public Result {
            items = List.copyOf(items);
        }
    }

    private final Transactions transactions;
    private final EmailIndex index;

    public SearchMail(Transactions transactions, EmailIndex index) {
        this.transactions = transactions;
        this.index = index;
    }

    /** What {@code owner} has of it. */
    public Result search(PersonId owner, SearchRequest request) {
        var found = transactions.call(Actor.of(owner), () -> index.find(request));
        return new Result(
                found.hits().stream().map(it -> new Item(it, Highlight.of(request.query(), it))).toList(),
                found.total(),
                found.more());
    }
}
