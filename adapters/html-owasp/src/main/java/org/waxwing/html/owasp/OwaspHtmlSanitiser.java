package org.waxwing.html.owasp;

import java.util.Map;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamRenderer;
import org.waxwing.domain.content.HtmlSanitiser;
import org.waxwing.domain.content.SafeHtml;
import org.waxwing.domain.content.UntrustedText;

/**
 * Sanitises mail with an allow-list of elements, attributes and CSS properties. The source is read as a browser reads
 * it, balanced, filtered, and written anew with every text and attribute escaped: there is no markup in the result that
 * a second reading could understand differently. Nesting deeper than 240 levels is flattened.
 */
public final class OwaspHtmlSanitiser implements HtmlSanitiser {
    @Override
    public SafeHtml sanitise(UntrustedText html, Map<String, String> inlineImages) {
        var body = new StringBuilder(html.value().length() + 1_024);
        // names that the renderer finds invalid are left out by it; there is nothing to add to that
        var renderer = HtmlStreamRenderer.create(body, invalid -> {});
        var looks = new MailRewriter(new QuoteFolding(renderer), new ImageSources(inlineImages));
        HtmlSanitizer.sanitize(
                html.value(), MailPolicy.FACTORY.apply(looks), reader -> new Bounds(new QuoteMarks(reader)));
        return new SafeHtml(SafeDocument.around(body, looks.blockedImages()), looks.blockedImages());
    }
}
