package org.waxwing.domain.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waxwing.domain.content.UntrustedText;
import org.waxwing.domain.identity.EmailAddress;

/**
 * A piece of a message in which words of a query stand.
 *
 * @param text the piece, on one line
 * @param marks where in it, in order, without overlaps
 */
public record Highlight(Part part, UntrustedText text, List<Words.Place> marks) {
    private static final int BEFORE = 60;
    private static final int PIECE = 200;
    private static final int MOST_MARKS = 20;

    /** Where a piece is from. */
    public enum Part {
        /** The subject, whole. */
        SUBJECT,
        /** Names and addresses of who wrote it. */
        FROM,
        /** What it says, from shortly before the first word that was looked for. */
        TEXT
    }

    public Highlight {
        marks = List.copyOf(marks);
    }

    /** Where the words that {@code query} wants stand in a message; none for a part without any. */
    public static List<Highlight> of(SearchQuery query, SearchHit hit) {
        var found = new ArrayList<Highlight>();
        var from = hit.from().stream().map(Highlight::written).collect(Collectors.joining(", "));
        add(found, query, Part.SUBJECT, hit.subject().value());
        add(found, query, Part.FROM, from);
        piece(query, hit.text()).ifPresent(it -> add(found, query, Part.TEXT, it));
        return found;
    }

    private static String written(EmailAddress who) {
        return who.name().isBlank() ? who.address() : who.name().value() + " <" + who.address() + ">";
    }

    private static Optional<String> piece(SearchQuery query, UntrustedText whole) {
        var text = whole.onOneLine().value();
        return places(query, text).stream().findFirst().map(first -> {
            int from = text.offsetByCodePoints(
                    first.start(), -Math.min(BEFORE, text.codePointCount(0, first.start())));
            // begins with a whole word where words are parted
            int space = from == 0 ? -1 : text.lastIndexOf(' ', first.start() - 1);
            int start = from > 0 && space > from ? text.indexOf(' ', from) + 1 : from;
            return new UntrustedText(text.substring(start)).clipped(PIECE).value();
        });
    }

    private static void add(List<Highlight> found, SearchQuery query, Part part, String written) {
        var text = new UntrustedText(written).onOneLine();
        var marks = new ArrayList<Words.Place>();
        int end = 0;
        for (var place : places(query, text.value())) {
            if (place.start() >= end && marks.size() < MOST_MARKS) {
                marks.add(place);
                end = place.end();
            }
        }
        if (!marks.isEmpty()) found.add(new Highlight(part, text, marks));
    }

    private static List<Words.Place> places(SearchQuery query, String text) {
        var words = Words.of(text);
        return query.wanted().stream()
                .flatMap(term -> words.places(term).stream())
                .sorted(Comparator.comparingInt(Words.Place::start).thenComparing(
                        Comparator.comparingInt(Words.Place::end).reversed()))
                .toList();
    }
}
