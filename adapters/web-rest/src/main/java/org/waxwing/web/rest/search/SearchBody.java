package org.waxwing.web.rest.search;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.waxwing.application.search.SearchMail;
import org.waxwing.domain.identity.EmailAddress;
import org.waxwing.domain.mailbox.MessageId;
import org.waxwing.domain.search.Highlight;
import org.waxwing.domain.search.SearchQuery;
import org.waxwing.domain.search.SearchQuery.Term;
import org.waxwing.domain.search.SearchQuery.Term.Kind;
import org.waxwing.domain.search.SearchRequest;
import org.waxwing.domain.search.Words;

/**
 * What a search found.
 *
 * @param total of everything that was found, exact
 * @param nextCursor asks for what follows; null when nothing does
 */
@Schema(name = "SearchResult")
public record SearchBody(
        Interpretation interpretation,
        List<Item> items,
        long total,
        @Schema(nullable = true) @Nullable String nextCursor) {
    /**
     * How the query was understood.
     *
     * @param words that have to occur
     * @param beginnings of words that have to occur
     * @param phrases words that have to occur one after the other
     * @param excluded words, beginnings and phrases that must not occur
     */
    @Schema(name = "Interpretation")
    public record Interpretation(
            List<String> words, List<String> beginnings, List<String> phrases, List<String> excluded, String sort) {
        static Interpretation of(SearchRequest request) {
            var query = request.query();
            return new Interpretation(
                    wanted(query, Kind.WORD),
                    wanted(query, Kind.BEGINNING),
                    wanted(query, Kind.PHRASE),
                    query.excluded().stream().map(Term::text).toList(),
                    request.order().name().toLowerCase(Locale.ROOT));
        }

        private static List<String> wanted(SearchQuery query, Kind kind) {
            return query.wanted().stream().filter(it -> it.kind() == kind).map(Term::text).toList();
        }
    }

    /**
     * A message that was found.
     *
     * @param messageId the Message-ID header without its angle brackets; null when there is none
     */
    @Schema(name = "SearchItem")
    public record Item(
            String id,
            String threadId,
            String accountId,
            @Schema(nullable = true) @Nullable String messageId,
            String subject,
            List<Sender> from,
            Instant receivedAt,
            String preview,
            List<Piece> highlights) {
        static Item of(SearchMail.Item item) {
            var hit = item.hit();
            var ids = hit.messageId().stream().map(MessageId::value).toList();
            return new Item(
                    hit.id().toString(),
                    hit.thread().toString(),
                    hit.account().toString(),
                    ids.isEmpty() ? null : ids.getFirst(),
                    hit.subject().value(),
                    hit.from().stream().map(Sender::of).toList(),
                    hit.receivedAt(),
                    hit.preview().value(),
                    item.highlights().stream().map(Piece::of).toList());
        }
    }

    /**
     * Who wrote it.
     *
     * @param name empty when the message gives none
     */
    @Schema(name = "Sender")
    public record Sender(String name, String email) {
        static Sender of(EmailAddress address) {
            return new Sender(address.name().onOneLine().value(), address.address());
        }
    }

    /**
     * A piece of the message in which words stand that were looked for.
     *
     * @param part subject, from or text
     * @param text plain text, not HTML
     * @param marks where the words stand in it
     */
    @Schema(name = "Highlight")
    public record Piece(String part, String text, List<Mark> marks) {
        static Piece of(Highlight highlight) {
            return new Piece(
                    highlight.part().name().toLowerCase(Locale.ROOT),
                    highlight.text().value(),
                    highlight.marks().stream().map(Mark::of).toList());
        }
    }

    /**
     * A place in a text, in UTF-16 units, as JavaScript and Java count.
     *
     * @param end exclusive
     */
    @Schema(name = "Mark")
    public record Mark(int start, int end) {
        static Mark of(Words.Place place) {
            return new Mark(place.start(), place.end());
        }
    }

    static SearchBody of(SearchRequest request, SearchMail.Result result) {
        var items = result.items();
        return new SearchBody(
                Interpretation.of(request),
                items.stream().map(Item::of).toList(),
                result.total(),
                result.more() && !items.isEmpty() ? items.getLast().hit().position().token() : null);
    }
}
