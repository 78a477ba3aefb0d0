package org.waxwing.domain.world;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waxwing.domain.mailbox.Keyword;
import org.waxwing.domain.account.AccountId;
import org.waxwing.domain.mailbox.ThreadId;
import org.waxwing.domain.mailbox.Mailbox;
import org.waxwing.domain.mailbox.MailboxRole;
import org.waxwing.domain.search.EmailIndex;
import org.waxwing.domain.search.SearchHit;
import org.waxwing.domain.search.SearchOrder;
import org.waxwing.domain.search.SearchPosition;
import org.waxwing.domain.search.SearchQuery;
import org.waxwing.domain.search.SearchRequest;
import org.waxwing.domain.search.Words;

final class InMemoryEmailIndex implements EmailIndex {
    // as databases do: a UUID is sixteen unsigned bytes
    private static final Comparator<UUID> BY_BYTES = (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    };
    private static final Comparator<SearchPosition> FIRST = Comparator.comparingDouble(SearchPosition::rank)
            .thenComparing(it -> it.place().at())
            .thenComparing(it -> it.place().id(), BY_BYTES)
            .reversed();
    private static final Set<MailboxRole> HIDDEN = Set.of(MailboxRole.JUNK, MailboxRole.TRASH);

    private final InMemoryWorld world;

    InMemoryEmailIndex(InMemoryWorld world) {
        this.world = world;
    }

    /** A part of a message and how much a word weighs there. */
    private record Part(Words words, float weight) {
        Part(String text, float weight) {
            this(Words.of(text), weight);
        }
    }

    @Override
    public Found find(SearchRequest request) {
        if (request.query().isEmpty()) return new Found(List.of(), 0, false);
        var hits = all(request.query())
                .filter(it -> request.accounts().isEmpty() || request.accounts().contains(it.account()))
                .map(it -> hit(request, it))
                .sorted(Comparator.comparing(SearchHit::position, FIRST))
                .toList();
        var behind = hits.stream().filter(it -> FIRST.compare(it.position(), request.after()) > 0).toList();
        boolean more = behind.size() > request.limit();
        return new Found(more ? behind.subList(0, request.limit()) : behind, hits.size(), more);
    }

    @Override
    public Map<AccountId, List<ThreadId>> conversations(SearchQuery query) {
        if (query.isEmpty()) return Map.of();
        var found = new HashMap<AccountId, Set<ThreadId>>();
        all(query).forEach(it -> found.computeIfAbsent(it.account(), id -> new LinkedHashSet<>())
                .add(it.email().thread()));
        return found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> List.copyOf(it.getValue())));
    }

    private Stream<Tables.Message> all(SearchQuery query) {
        var tables = world.tables();
        var folders = tables.shown();
        var open = tables.mailboxes.values().stream()
                .filter(it -> !HIDDEN.contains(it.role()))
                .map(Mailbox::id)
                .collect(Collectors.toSet());
        return tables.messages.values().stream()
                .filter(it -> world.sees(it.account()))
                .filter(it -> folders.getOrDefault(it.email().id(), Map.of()).keySet().stream()
                        .anyMatch(open::contains))
                .filter(it -> matches(query, parts(it)));
    }

    private static boolean matches(SearchQuery query, List<Part> parts) {
        return query.terms().stream().allMatch(term -> term.excluded() != parts.stream()
                .anyMatch(part -> !part.words().places(term).isEmpty()));
    }

    private static SearchHit hit(SearchRequest request, Tables.Message message) {
        var email = message.email();
        float rank = 0;
        if (request.order() == SearchOrder.RELEVANCE)
            for (var term : request.query().wanted())
                for (var part : parts(message)) rank += part.weight() * part.words().places(term).size();
        return new SearchHit(email.id(), email.thread(), message.account(), email.message().headers().messageId(),
                email.message().headers().subject(), email.message().headers().from(), email.receivedAt(),
                email.preview(), email.message().text().clipped(SearchHit.MOST_TEXT),
                !message.keywords().contains(Keyword.SEEN), message.keywords().contains(Keyword.FLAGGED),
                email.message().attachments().stream().anyMatch(file -> !file.inline()), rank);
    }

    private static List<Part> parts(Tables.Message message) {
        var parsed = message.email().message();
        var from = parsed.headers().from().stream()
                .map(it -> it.name().value() + " " + it.address())
                .collect(Collectors.joining(" "));
        var files = parsed.attachments().stream()
                .filter(it -> !it.inline())
                .map(it -> it.name().value())
                .collect(Collectors.joining(" "));
        return Stream.of(
                new Part(parsed.headers().subject().value(), 1),
                new Part(parsed.text().value(), 0.4f),
                new Part(from, 0.2f),
                new Part(files, 0.1f)).toList();
    }
}
