package org.waxwing.html.owasp;

import java.util.ArrayList;
import java.util.List;
import org.owasp.html.HtmlStreamEventReceiver;
import org.waxwing.html.owasp.MailTree.Event;

/**
 * Stands before the writer, behind everything that makes a mail harmless: puts what only repeats earlier mail into an
 * element that unfolds without a script, and names signatures. Nothing is read a second time; to what was about to be
 * written it adds elements of ours, around whole elements.
 */
final class QuoteFolding implements HtmlStreamEventReceiver {
    private final HtmlStreamEventReceiver writer;
    private final MailTree tree = new MailTree();

    QuoteFolding(HtmlStreamEventReceiver writer) {
        this.writer = writer;
    }

    @Override
    public void openDocument() {
        writer.openDocument();
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        tree.open(element, attributes);
    }

    @Override
    public void closeTag(String element) {
        tree.close(element);
    }

    @Override
    public void text(String text) {
        tree.text(text);
    }

    @Override
    public void closeDocument() {
        tree.end();
        var found = new QuoteFinder(tree).find().orElse(new QuoteFinder.Span(-1, -1));
        for (int at = 0; at < tree.events.size(); at++) {
            if (at == found.from()) begin();
            if (at == found.to()) writer.closeTag("details");
            write(tree.events.get(at));
        }
        if (found.to() >= tree.events.size()) writer.closeTag("details");
        writer.closeDocument();
    }

    private void begin() {
        writer.openTag("details", List.of("class", "waxwing-quote"));
        writer.openTag("summary", List.of("class", "waxwing-more"));
        writer.text("···");
        writer.closeTag("summary");
    }

    private void write(Event event) {
        switch (event) {
            case Event.Open(var element, var attributes) -> writer.openTag(element, named(attributes));
            case Event.Close(var element) -> writer.closeTag(element);
            case Event.Text(var text) -> writer.text(text);
        }
    }

    private static List<String> named(List<String> attributes) {
        int at = attributes.indexOf(QuoteMarks.ATTRIBUTE);
        if (at < 0 || at % 2 != 0) return attributes;
        var named = new ArrayList<String>(attributes);
        var mark = named.remove(at + 1);
        named.remove(at);
        if (mark.equals(QuoteMarks.SIGNATURE)) addClass(named, "waxwing-signature");
        return named;
    }

    // the mail's own style may know the element by another name
    private static void addClass(List<String> attributes, String name) {
        for (int i = 0; i + 1 < attributes.size(); i += 2)
            if (attributes.get(i).equals("class")) {
                attributes.set(i + 1, attributes.get(i + 1) + " " + name);
                return;
            }
        attributes.addAll(List.of("class", name));
    }
}
