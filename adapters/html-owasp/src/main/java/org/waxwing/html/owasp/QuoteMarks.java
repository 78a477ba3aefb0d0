package org.waxwing.html.owasp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Stands before the policy, behind which classes and identifiers have other names: what mail programs say by them about
 * quotations and signatures is noted in an attribute of ours. Whoever writes that attribute into a mail is not believed.
 */
final class QuoteMarks implements HtmlStreamEventReceiver {
    /** The attribute that carries a mark to {@link QuoteFolding}. */
    static final String ATTRIBUTE = "data-waxwing";
    /** An element that holds a quotation. */
    static final String QUOTE = "quote";
    /** An element from which on everything is old. */
    static final String REST = "rest";
    /** An element that holds a signature. */
    static final String SIGNATURE = "signature";

    // Gmail, Yahoo, Proton, Tuta, Zoho, NetEase
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("gmail_quote", QUOTE),
            Map.entry("gmail_quote_container", QUOTE),
            Map.entry("yahoo_quoted", QUOTE),
            Map.entry("protonmail_quote", QUOTE),
            Map.entry("tutanota_quote", QUOTE),
            Map.entry("zmail_extra", QUOTE),
            Map.entry("ntes-mailmaster-quote", QUOTE),
            Map.entry("gmail_signature", SIGNATURE),
            Map.entry("moz-signature", SIGNATURE),
            Map.entry("protonmail_signature_block", SIGNATURE));
    // Outlook on the web and on the phone, Apple
    private static final Map<String, String> IDS = Map.of(
            "divrplyfwdmsg", REST,
            "mail-editor-reference-message-container", QUOTE,
            "olk_src_body_section", QUOTE,
            "signature", SIGNATURE,
            "ms-outlook-mobile-signature", SIGNATURE,
            "applemailsignature", SIGNATURE);
    private static final int LONGEST_LOOKED_AT = 200;

    private final HtmlStreamEventReceiver reader;

    QuoteMarks(HtmlStreamEventReceiver reader) {
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
        var mark = mark(element, attributes);
        boolean forged = attributes.contains(ATTRIBUTE);
        if (mark.isEmpty() && !forged) {
            reader.openTag(element, attributes);
            return;
        }
        var marked = new ArrayList<String>(attributes.size() + 2);
        for (int i = 0; i + 1 < attributes.size(); i += 2)
            if (!attributes.get(i).equals(ATTRIBUTE)) {
                marked.add(attributes.get(i));
                marked.add(attributes.get(i + 1));
            }
        mark.ifPresent(it -> marked.addAll(List.of(ATTRIBUTE, it)));
        reader.openTag(element, marked);
    }

    @Override
    public void closeTag(String element) {
        reader.closeTag(element);
    }

    @Override
    public void text(String text) {
        reader.text(text);
    }

    private static Optional<String> mark(String element, List<String> attributes) {
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            var value = attributes.get(i + 1);
            if (value.length() > LONGEST_LOOKED_AT) continue;
            var found = switch (attributes.get(i)) {
                case "class" -> ofClass(value);
                case "id" -> Optional.ofNullable(IDS.get(value.strip().toLowerCase(Locale.ROOT)));
                case "type" -> element.equals("blockquote") && value.equalsIgnoreCase("cite")
                        ? Optional.of(QUOTE)
                        : Optional.<String>empty();
                default -> Optional.<String>empty();
            };
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static Optional<String> ofClass(String value) {
        for (var name : value.strip().split("\\s+", -1)) {
            var mark = CLASSES.get(name.toLowerCase(Locale.ROOT));
            if (mark != null) return Optional.of(mark);
        }
        return Optional.empty();
    }
}
