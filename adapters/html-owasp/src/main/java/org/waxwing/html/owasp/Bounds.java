package org.waxwing.html.owasp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Keeps what is read within bounds before the library balances and filters it: behind the deepest level only words and
 * images are passed on, and no tag has more attributes than any real one. Without the first, deep tables lose their
 * words; without the second, a single tag of a megabyte takes minutes.
 */
final class Bounds implements HtmlStreamEventReceiver {
    // The library stops at 256.
    private static final int DEEPEST = 240;
    private static final int LEVELS_OF_A_TABLE = 4;
    private static final int MOST_ATTRIBUTES = 60;
    private static final Set<String> WITHOUT_END = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr");
    // Their end tags may be left out, so that counting them would find depth where there is only length.
    private static final Set<String> ENDED_BY_OTHERS = Set.of(
            "body", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p", "rp", "rt", "tbody", "td",
            "tfoot", "th", "thead", "tr");

    private final HtmlStreamEventReceiver reader;
    private int depth;

    Bounds(HtmlStreamEventReceiver reader) {
        this.reader = reader;
    }

    @Override
    public void openDocument() {
        reader.openDocument();
    }

    @Override
    public void closeDocument() {
        reader.closeDocument();
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        depth += levels(element);
        if (depth <= DEEPEST || WITHOUT_END.contains(element)) reader.openTag(element, bounded(attributes));
    }

    @Override
    public void closeTag(String element) {
        if (depth <= DEEPEST) reader.closeTag(element);
        depth = Math.max(0, depth - levels(element));
    }

    @Override
    public void text(String text) {
        reader.text(text);
    }

    private static int levels(String element) {
        if (WITHOUT_END.contains(element) || ENDED_BY_OTHERS.contains(element)) return 0;
        return element.equals("table") ? LEVELS_OF_A_TABLE : 1;
    }

    // The library takes attributes out of this list, so it has to be one that can change.
    private static List<String> bounded(List<String> attributes) {
        var most = 2 * MOST_ATTRIBUTES;
        return attributes.size() <= most ? attributes : new ArrayList<>(attributes.subList(0, most));
    }
}
