package org.waxwing.domain.content;

import java.util.Map;

/**
 * Makes a mail's HTML harmless while keeping its looks. Thread-safe; never reaches for the network.
 */
public interface HtmlSanitiser {
    /**
     * The harmless form of {@code html}, however broken or hostile it is. Remote images are removed and counted.
     *
     * @param inlineImages where the parts named by a {@code cid:} address (RFC 2392) are served, by Content-ID without
     *     its angle brackets; a {@code cid:} that is not among them is removed
     */
    SafeHtml sanitise(UntrustedText html, Map<String, String> inlineImages);
}
