package org.waxwing.html.owasp;

import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamRenderer;
import org.waxwing.domain.content.HtmlSanitiser;
import org.waxwing.domain.content.Rendering;
import org.waxwing.domain.content.SafeHtml;
import org.waxwing.domain.content.UntrustedText;

/**
 * Sanitises mail with an allow-list of elements, attributes and CSS properties. The source is read as a browser reads
 * it, balanced, filtered, and written anew with every text and attribute escaped: there is no markup in the result that
 * a second reading could understand differently. Nesting deeper than 240 levels is flattened; of a mail longer than
 * 400,000 characters the rest comes when it is asked for.
 */
public final class OwaspHtmlSanitiser implements HtmlSanitiser {
    // what a browser lays out without being missed for a moment
    private static final int AT_ONCE = 400_000;

    @Override
    public SafeHtml sanitise(UntrustedText html, Rendering how) {
        boolean clipped = !how.whole() && html.value().length() > AT_ONCE;
        var source = clipped ? clipped(html.value()) : html.value();
        var images = new ImageSources(how);
        var styles = new Declarations(images);
        var rules = new StyleRules(styles);
        var links = new LinkNotes(how.links());
        var body = new StringBuilder(source.length() + 1_024);
        // names that the renderer finds invalid are left out by it; there is nothing to add to that
        var renderer = HtmlStreamRenderer.create(body, invalid -> {});
        var looks = new MailRewriter(new QuoteFolding(renderer), images, styles, links);
        HtmlSanitizer.sanitize(
                source,
                MailPolicy.FACTORY.apply(looks),
                read -> new StyleCollector(new Bounds(new QuoteMarks(read)), rules));
        links.closed();
        var document = new SafeDocument(body, rules.text(), images, links.text(), clipped);
        return new SafeHtml(document.text(), images.blocked(), images.trackers(), clipped);
    }

    // never within a tag, or half of it would be read as words
    private static String clipped(String html) {
        int end = html.lastIndexOf('>', AT_ONCE);
        return html.substring(0, end < AT_ONCE / 2 ? AT_ONCE : end + 1);
    }
}
