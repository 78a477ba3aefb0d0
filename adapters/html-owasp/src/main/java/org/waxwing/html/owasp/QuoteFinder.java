package org.waxwing.html.owasp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waxwing.domain.content.QuoteSigns;
import org.waxwing.html.owasp.MailTree.Event;
import org.waxwing.html.owasp.MailTree.Line;
import org.waxwing.html.owasp.MailTree.Node;

/**
 * Finds the part of a mail that only repeats earlier mail: what stands below the answer. A quotation that was answered
 * below or in between is part of the answer; what was passed on without a word, or is marked as passed on, is the mail.
 */
final class QuoteFinder {
    // where an element that folds may stand without tearing apart what is around it
    private static final Set<String> HOLDS_BLOCKS = Set.of(
            "", "article", "aside", "b", "blockquote", "center", "dd", "div", "em", "font", "footer", "header", "i",
            "li", "main", "p", "pre", "section", "span", "strong", "td", "th");
    // what lists and phones add below everything
    private static final Pattern FOOTER = Pattern.compile(
            "^(?:[_=*~-]{5,}.*|--|(?:You received this message because|Sie erhalten diese Nachricht, weil|To unsubscribe"
                    + "|Sent from my|Get Outlook for|Von meinem .{1,30} gesendet|发自我的).{0,400})$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int MOST_LOOKED_AT = 200;
    private static final int LINES_AHEAD = 10;

    /** From the event {@code from} on, up to but without {@code to}; both lie in the same element. */
    record Span(int from, int to) {}

    private final MailTree tree;

    QuoteFinder(MailTree tree) {
        this.tree = tree;
    }

    /** The part to fold, if there is one. */
    Optional<Span> find() {
        var candidates = new ArrayList<Span>();
        tree.nodes.stream()
                .filter(node -> !node.mark.isEmpty() || node.element.equals("blockquote"))
                .limit(MOST_LOOKED_AT)
                .forEach(node -> ofElement(node).ifPresent(candidates::add));
        for (int i = 0; i < tree.lines.size() && candidates.size() < 2 * MOST_LOOKED_AT; i++)
            ofLine(i).ifPresent(candidates::add);
        return candidates.stream()
                .sorted(Comparator.comparingInt(Span::from).thenComparing(Comparator.comparingInt(Span::to).reversed()))
                .filter(this::isBelowTheAnswer)
                .findFirst();
    }

    private Optional<Span> ofElement(Node node) {
        if (isQuotation(node)) return whole(node);
        boolean rest = node.mark.equals(QuoteMarks.REST) && node.firstInk >= 0;
        return rest ? rest(node.firstInk, node) : Optional.empty();
    }

    private boolean isQuotation(Node node) {
        if (node.firstInk < 0) return false;
        if (node.mark.equals(QuoteMarks.QUOTE)) return !isForwarded(node) && !isAnsweredWithin(node);
        // many programs indent by it, so it needs somebody who "wrote:"
        return node.element.equals("blockquote")
                && lineBefore(node.firstInk).filter(line -> QuoteSigns.introduces(line.text())).isPresent();
    }

    private boolean isForwarded(Node node) {
        var before = lineBefore(node.firstInk).filter(line -> QuoteSigns.forwards(line.text()));
        var first = lineAt(node.firstInk).filter(line -> QuoteSigns.forwards(line.text()));
        return before.isPresent() || first.isPresent();
    }

    /** Gmail puts answers between quotations into the element that holds them all. */
    private boolean isAnsweredWithin(Node node) {
        if (node.element.equals("blockquote")) return false;
        boolean quoted = false;
        int within = -1;
        for (var line : tree.lines) {
            if (!node.holds(line.first()) || line.first() < within) continue;
            var quotation = outermostQuotation(line.holder(), node);
            if (quotation != null) {
                quoted = true;
                within = quotation.close;
            } else if (quoted && !isIntroduction(line)) return true;
        }
        return false;
    }

    private static boolean isIntroduction(Line line) {
        return QuoteSigns.introduces(line.text()) || FOOTER.matcher(line.text()).matches();
    }

    private static @Nullable Node outermostQuotation(Node from, Node within) {
        Node found = null;
        for (Node node = from; node != null && node != within; node = node.parent)
            if (node.element.equals("blockquote")) found = node;
        return found;
    }

    /** A quotation with the line that says whose it is. */
    private Optional<Span> whole(Node node) {
        var parent = parent(node);
        int from = node.open;
        int to = node.close + 1;
        var said = lineBefore(node.firstInk).filter(line -> QuoteSigns.introduces(line.text()));
        // the quotation may be alone in a wrapping of its own
        while (said.isPresent() && !parent.holds(said.get().first()) && parent.parent != null
                && parent.firstInk == node.firstInk && parent.lastInk == node.lastInk) {
            from = parent.open;
            to = parent.close + 1;
            parent = parent(parent);
        }
        if (said.isPresent() && parent.holds(said.get().first())) {
            int begin = beginWithin(parent, said.get());
            if (begin >= 0) from = begin;
        }
        return fits(parent) ? Optional.of(new Span(from, to)) : Optional.empty();
    }

    /** Where a line begins among the children of {@code parent}; -1 when something else begins there. */
    private static int beginWithin(Node parent, Line line) {
        int from = line.first();
        for (Node node = line.holder(); node != parent; node = parent(node)) {
            if (node.firstInk < line.first() || node.parent == null) return -1;
            from = node.open;
        }
        return from;
    }

    private Optional<Span> ofLine(int at) {
        var line = tree.lines.get(at);
        boolean old = QuoteSigns.beginsOldMail(line.text()) || isHead(at);
        boolean forwarded = at > 0 && QuoteSigns.forwards(tree.lines.get(at - 1).text());
        return old && !forwarded ? rest(line.first(), line.holder()) : Optional.empty();
    }

    private boolean isHead(int at) {
        var ahead = tree.lines.subList(at, Math.min(tree.lines.size(), at + LINES_AHEAD));
        return QuoteSigns.isHead(ahead.stream().map(Line::text).toList());
    }

    /** Everything from here on, as far up as nothing stands before it. */
    private Optional<Span> rest(int first, Node holder) {
        int from = first;
        Node node = holder;
        while (node.parent != null && node.firstInk >= first) {
            from = node.open;
            node = node.parent;
        }
        return fits(node) ? Optional.of(new Span(withRule(from), node.close)) : Optional.empty();
    }

    /** The rule that Outlook draws above it goes with it. */
    private int withRule(int from) {
        for (int at = from - 1; at >= 0; at--) {
            switch (tree.events.get(at)) {
                case Event.Open(var element, var attributes) when element.equals("hr") -> {
                    return at;
                }
                case Event.Close(var element) when element.equals("hr") -> {
                }
                case Event.Text(var text) when text.isBlank() -> {
                }
                default -> {
                    return from;
                }
            }
        }
        return from;
    }

    private boolean isBelowTheAnswer(Span span) {
        boolean written = tree.root.firstInk >= 0 && tree.root.firstInk < span.from();
        return written && nothingWritten(after(span.to()));
    }

    private static boolean nothingWritten(List<Line> lines) {
        return lines.isEmpty() || FOOTER.matcher(lines.getFirst().text()).matches();
    }

    private List<Line> after(int position) {
        int at = tree.lines.size();
        while (at > 0 && tree.lines.get(at - 1).first() >= position) at--;
        return tree.lines.subList(at, tree.lines.size());
    }

    private Optional<Line> lineAt(int position) {
        int at = indexBefore(position + 1);
        return at >= 0 ? Optional.of(tree.lines.get(at)) : Optional.empty();
    }

    private Optional<Line> lineBefore(int position) {
        int at = indexBefore(position);
        return at >= 0 ? Optional.of(tree.lines.get(at)) : Optional.empty();
    }

    /** The last line that begins before this position. */
    private int indexBefore(int position) {
        int low = 0;
        int high = tree.lines.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tree.lines.get(middle).first() < position) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }

    private static Node parent(Node node) {
        return node.parent == null ? node : node.parent;
    }

    private static boolean fits(Node parent) {
        return HOLDS_BLOCKS.contains(parent.element);
    }
}
