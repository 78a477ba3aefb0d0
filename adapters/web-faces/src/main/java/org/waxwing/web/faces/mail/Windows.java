package org.waxwing.web.faces.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waxwing.domain.reading.ListPosition;
import org.waxwing.domain.reading.ListQuery;
import org.waxwing.domain.reading.Window;

/** Cuts a list into windows: with everything, or only with what was read. */
final class Windows {
    // in a list of mostly unread mail a window leaves few rows for "previously seen": then look further, but not far
    private static final int ENOUGH = 15;
    private static final int MOST_LOOKS = 4;

    private final Source source;

    Windows(Source source) {
        this.source = source;
    }

    /** A row and where it stands. */
    record Line(Row row, ListPosition position) {}

    /** Where rows come from. */
    @FunctionalInterface
    interface Source {
        Window<Line> read(boolean unreadOnly, ListPosition after, int limit);
    }

    /** Rows and where they end; the end may lie behind the last row, and is empty at the end of the list. */
    record Cut(List<Row> rows, String next) {
        Cut {
            rows = List.copyOf(rows);
        }
    }

    /** The next window; with {@code until} all up to there, as far as one reading goes. */
    Cut next(boolean unreadOnly, ListPosition after, Optional<ListPosition> until, int limit) {
        var window = source.read(unreadOnly, after, until.isPresent() ? ListQuery.MOST : limit);
        var lines = within(window.items(), until);
        boolean whole = !window.more() || lines.size() < window.items().size();
        return new Cut(lines.stream().map(Line::row).toList(), whole
                ? until.map(ListPosition::token).orElse("")
                : window.items().getLast().position().token());
    }

    /** The same of what was read. */
    Cut seen(ListPosition after, Optional<ListPosition> until, int limit) {
        var rows = new ArrayList<Row>();
        var from = after;
        for (int look = 1;; look++) {
            var window = source.read(false, from, look == 1 && until.isEmpty() ? limit : ListQuery.MOST);
            var lines = within(window.items(), until);
            lines.stream().map(Line::row).filter(row -> !row.unread()).forEach(rows::add);
            if (!window.more() || lines.size() < window.items().size())
                return new Cut(rows, until.map(ListPosition::token).orElse(""));
            from = window.items().getLast().position();
            if ((rows.size() >= ENOUGH && until.isEmpty()) || look == MOST_LOOKS) return new Cut(rows, from.token());
        }
    }

    private List<Line> within(List<Line> lines, Optional<ListPosition> until) {
        if (until.isEmpty()) return lines;
        return lines.stream().filter(line -> !line.position().isBehind(until.get())).toList();
    }
}
