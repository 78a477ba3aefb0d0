package org.waxwing.html.owasp;

import java.util.ArrayList;
import java.util.List;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Takes style blocks out of what is read, and keeps style attributes from the library, which knows no media queries, no
 * {@code !important} and few properties.
 */
final class StyleCollector implements HtmlStreamEventReceiver {
    /** What a style attribute is called until MailRewriter has filtered it. */
    static final String STYLE = "data-waxwing-style";

    private static final int LONGEST = 400_000;

    private final HtmlStreamEventReceiver reader;
    private final StyleRules rules;
    private final StringBuilder block = new StringBuilder();
    private boolean within;

    StyleCollector(HtmlStreamEventReceiver reader, StyleRules rules) {
        this.reader = reader;
        this.rules = rules;
    }

    @Override
    public void openDocument() {
        reader.openDocument();
    }

    @Override
    public void closeDocument() {
        ended();
        reader.closeDocument();
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        ended();
        if (element.equals("style")) within = true;
        else reader.openTag(element, renamed(attributes));
    }

    // the library takes attributes out of this list, so it has to be one that can change
    private static List<String> renamed(List<String> attributes) {
        var renamed = new ArrayList<String>(attributes);
        for (int i = 0; i + 1 < renamed.size(); i += 2)
            if (renamed.get(i).equals("style")) renamed.set(i, STYLE);
            else if (renamed.get(i).equals(STYLE)) renamed.set(i, "data-none");
        return renamed;
    }

    @Override
    public void closeTag(String element) {
        if (element.equals("style")) ended();
        else reader.closeTag(element);
    }

    @Override
    public void text(String text) {
        if (!within) reader.text(text);
        else if (block.length() + text.length() <= LONGEST) block.append(text);
    }

    private void ended() {
        if (!within) return;
        within = false;
        rules.add(block.toString());
        block.setLength(0);
    }
}
